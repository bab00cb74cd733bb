interface FileOnItsWay {
  readonly headers: Readonly<Record<string, string>>;
  readonly file: Blob;
  readonly onProgress: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** Posts a file and tells how far it has come, which `fetch` cannot. Rejects where nothing answered, or it was stopped. */
export const sendFile = (address: string, { headers, file, onProgress, signal }: FileOnItsWay): Promise<Response> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = () => request.abort();
    const end = (settle: () => void) => () => {
      signal.removeEventListener('abort', stop);
      settle();
    };
    request.open('POST', address);
    request.responseType = 'blob';
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => onProgress(loaded);
    request.onload = end(() => {
      const type = request.getResponseHeader('content-type');
      resolve(
        new Response(request.response as Blob, { status: request.status, ...(type === null ? {} : { headers: { 'content-type': type } }) }),
      );
    });
    request.onerror = end(() => reject(new TypeError('nothing answered')));
    request.onabort = end(() => reject(new DOMException('stopped', 'AbortError')));
    if (signal.aborted) return reject(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', stop);
    request.send(file);
  });
