/** Gives a file to the browser to keep. It does so only by way of a link; a bearer token cannot go into the link's address itself. */
export const keepFile = (file: Blob, name: string): void => {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
};
