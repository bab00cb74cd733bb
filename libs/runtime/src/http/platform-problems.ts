import type { LocalText } from '@xietong/domain';

/** A problem of the platform itself; a service's own are in its problem table. */
export interface PlatformProblem {
  readonly status: number;
  readonly title: LocalText;
  readonly remedy: LocalText;
}

const table = {
  'request-malformed': {
    status: 400,
    title: { zh: '请求无法解析', en: 'The request cannot be read' },
    remedy: {
      zh: '请检查网址编码和 JSON 格式后重新提交。',
      en: 'Check the encoding of the address and the form of the JSON, then send it again.',
    },
  },
  'parameters-invalid': {
    status: 400,
    title: { zh: '查询参数有误', en: 'A query parameter is wrong' },
    remedy: { zh: '请按提示更正参数。', en: 'Correct the parameters that are named.' },
  },
  'cursor-invalid': {
    status: 400,
    title: { zh: '翻页标记无效', en: 'The page cursor is not valid' },
    remedy: {
      zh: '请从第一页重新开始，并保持筛选和排序不变。',
      en: 'Start again at the first page and keep filter and sort unchanged while paging.',
    },
  },
  'purpose-missing': {
    status: 400,
    title: { zh: '须说明查阅用途', en: 'The purpose of this read is missing' },
    remedy: {
      zh: '这些资料涉及个人。请用参数 purpose 写明查阅用途（例如事项编号，300 字以内）；查阅会被记录。',
      en: 'This is about persons. Say in the parameter `purpose` what you read it for (the case, up to 300 signs); the read is recorded.',
    },
  },
  'idempotency-key-missing': {
    status: 400,
    title: { zh: '缺少 Idempotency-Key 请求头', en: 'The Idempotency-Key header is missing' },
    remedy: { zh: '请为每次操作生成一个唯一的键，重试时保持不变。', en: 'Make one unique key for each act and repeat it when you retry.' },
  },
  'idempotency-key-invalid': {
    status: 400,
    title: { zh: 'Idempotency-Key 格式有误', en: 'The Idempotency-Key is malformed' },
    remedy: { zh: '请使用 1 至 200 个可见 ASCII 字符。', en: 'Use 1 to 200 visible ASCII characters.' },
  },
  'if-match-invalid': {
    status: 400,
    title: { zh: 'If-Match 格式有误', en: 'The If-Match header is malformed' },
    remedy: { zh: '请原样填写读取时得到的 ETag，或填写 *。', en: 'Send the ETag exactly as you received it, or *.' },
  },
  'attachment-name-missing': {
    status: 400,
    title: { zh: '缺少文件名', en: 'The name of the file is missing' },
    remedy: {
      zh: "请在 Content-Disposition 请求头中给出文件名：attachment; filename*=UTF-8''<编码后的文件名>。",
      en: "Name the file in Content-Disposition: attachment; filename*=UTF-8''<the encoded name>.",
    },
  },
  unauthenticated: {
    status: 401,
    title: { zh: '尚未登录', en: 'You are not logged in' },
    remedy: { zh: '请登录并携带 Bearer 令牌。', en: 'Log in and send your bearer token.' },
  },
  'token-invalid': {
    status: 401,
    title: { zh: '登录凭证无效或已过期', en: 'The token is not valid or has expired' },
    remedy: { zh: '请重新登录。', en: 'Log in again.' },
  },
  'role-missing': {
    status: 403,
    title: { zh: '您的角色无权执行此操作', en: 'Your role does not allow this' },
    remedy: { zh: '请联系本单位管理员，或由有权限的同事办理。', en: 'Ask a colleague who holds one of the roles, or your administrator.' },
  },
  'not-yours': {
    status: 403,
    title: { zh: '此事项不归您办理', en: 'This case is not yours to act on' },
    remedy: { zh: '请由负责该事项的单位办理。', en: 'Ask the agency or organisation that is responsible for it.' },
  },
  'agency-not-served': {
    status: 403,
    title: { zh: '本系统未为该主管部门开通服务', en: 'The agency is not served here' },
    remedy: { zh: '请使用该部门的系统，或联系运维人员开通。', en: 'Use the deployment of that agency, or ask the operator to add it.' },
  },
  'not-found': {
    status: 404,
    title: { zh: '未找到', en: 'Not found' },
    remedy: {
      zh: '请检查地址和编号；也可能您无权查看。',
      en: 'Check the address and the number; it may also be one that you may not see.',
    },
  },
  'attachment-lost': {
    status: 410,
    title: { zh: '附件文件已不在系统中', en: 'The file of this attachment is not here any more' },
    remedy: {
      zh: '请联系运维人员：该文件可能晚于恢复所用的备份。可请提交者重新提供。',
      en: 'Ask the operator: it may be younger than a backup that was restored. Whoever sent it can be asked for it again.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { zh: '此地址不支持该方法', en: 'This address does not know that method' },
    remedy: { zh: '请使用 Allow 响应头列出的方法。', en: 'Use one of the methods in the Allow header.' },
  },
  'not-acceptable': {
    status: 406,
    title: { zh: '无法提供所要求的格式', en: 'Not available in the format asked for' },
    remedy: { zh: '请在 Accept 中选择所列格式之一。', en: 'Choose one of the formats listed in your Accept header.' },
  },
  'upload-too-slow': {
    status: 408,
    title: { zh: '上传超时', en: 'The upload took too long' },
    remedy: { zh: '请检查网络后重试。', en: 'Check your connection and try again.' },
  },
  'already-exists': {
    status: 409,
    title: { zh: '已登记过', en: 'It exists already' },
    remedy: { zh: '请查看已有记录，不必重复登记。', en: 'Look at the existing record; it need not be made again.' },
  },
  'in-flight': {
    status: 409,
    title: { zh: '同一操作正在处理', en: 'The same act is still being carried out' },
    remedy: { zh: '请稍候，用同一个键重试以取得结果。', en: 'Wait a moment and retry with the same key to get its result.' },
  },
  'already-discarded': {
    status: 409,
    title: { zh: '该消息已作废', en: 'The message was discarded' },
    remedy: { zh: '作废不可撤销；请查看处理记录。', en: 'That is for good; its decisions say who did it, and why.' },
  },
  'already-applied': {
    status: 409,
    title: { zh: '该消息已处理', en: 'The message was applied' },
    remedy: { zh: '无需再处理。', en: 'Nothing is left to decide about it.' },
  },
  'decisions-held': {
    status: 409,
    title: { zh: '正在重建数据，暂不受理处理决定', en: 'No decisions while the data is rebuilt' },
    remedy: { zh: '请在重建结束后重试。', en: 'Try again when the rebuild has ended.' },
  },
  stale: {
    status: 412,
    title: { zh: '数据已被他人更新', en: 'It has changed since you read it' },
    remedy: { zh: '请重新读取最新版本，核对后再提交。', en: 'Read the latest version, check it, and send your change again.' },
  },
  'event-too-large': {
    status: 413,
    title: { zh: '该操作产生的记录过大', en: 'The record of this act would be too large' },
    remedy: { zh: '请缩短文字，或分多次操作。', en: 'Shorten the texts, or do it in several steps.' },
  },
  'body-too-large': {
    status: 413,
    title: { zh: '提交内容过大', en: 'The body is too large' },
    remedy: { zh: '请控制在 1 MB 以内，或分次提交。', en: 'Keep it under 1 MB, or send it in parts.' },
  },
  'attachment-too-large': {
    status: 413,
    title: { zh: '附件过大', en: 'The attachment is too large' },
    remedy: { zh: '请压缩或拆分文件，每个不超过 20 MB。', en: 'Make it smaller or split it; each may have 20 MB.' },
  },
  'address-too-long': {
    status: 414,
    title: { zh: '网址过长', en: 'The address is too long' },
    remedy: { zh: '请减少查询条件。', en: 'Ask with fewer conditions.' },
  },
  'not-json': {
    status: 415,
    title: { zh: '只接受 JSON', en: 'Only JSON is accepted' },
    remedy: { zh: '请以 application/json（UTF-8）提交。', en: 'Send application/json in UTF-8.' },
  },
  'attachment-type-refused': {
    status: 415,
    title: { zh: '不接受这种类型的附件', en: 'Attachments of this type are not accepted' },
    remedy: {
      zh: '请改用 PDF、PNG 或 JPEG 图片、DOCX、XLSX、PPTX 或 ODF 文件；旧版 DOC、XLS、PPT 请另存为新格式。',
      en: 'Use PDF, PNG, JPEG, DOCX, XLSX, PPTX or ODF; save old DOC, XLS and PPT files in the new format.',
    },
  },
  'attachment-empty': {
    status: 422,
    title: { zh: '附件是空文件', en: 'The attachment is empty' },
    remedy: { zh: '请检查文件后重新上传。', en: 'Look at the file and send it again.' },
  },
  'attachment-content-differs': {
    status: 422,
    title: { zh: '附件内容与其类型不符', en: 'The attachment is not of the type that it claims' },
    remedy: {
      zh: '请用相应软件打开并另存为所选类型，再重新上传；不要只修改扩展名。',
      en: 'Open it in its own program and save it as that type; to rename it is not enough.',
    },
  },
  'attachment-infected': {
    status: 422,
    title: { zh: '附件含有病毒', en: 'A virus was found in the attachment' },
    remedy: { zh: '文件未保存。请清除病毒后重新上传。', en: 'It was not kept. Clean the file, then send it again.' },
  },
  'attachment-unknown': {
    status: 422,
    title: { zh: '没有该附件', en: 'There is no such attachment' },
    remedy: {
      zh: '请重新上传文件：一天内未使用的附件会被清除；只能使用本单位上传的附件。',
      en: 'Send the file again: what is not used within a day is removed, and only what your own organisation sent can be named.',
    },
  },
  'input-invalid': {
    status: 422,
    title: { zh: '填写内容有误', en: 'The input is not valid' },
    remedy: { zh: '请按 errors 中的提示逐项更正。', en: 'Correct each field that is named in errors.' },
  },
  'mend-unreadable': {
    status: 422,
    title: { zh: '修正后的消息仍无法读取', en: 'The mended text still cannot be read' },
    remedy: { zh: '请更正所指出的字段后重新提交。', en: 'Correct the fields that are named, and send it again.' },
  },
  'mend-changes-event': {
    status: 422,
    title: { zh: '修正不得改变事件本身', en: 'A mended text must be the same event' },
    remedy: { zh: '请保持原有的 id、subject 和 sequence 不变。', en: 'Keep the id, subject and sequence of the original.' },
  },
  'key-reused': {
    status: 422,
    title: { zh: 'Idempotency-Key 已用于其他内容', en: 'The Idempotency-Key was used for another payload' },
    remedy: { zh: '新的内容请使用新的键。', en: 'Use a new key for a new payload.' },
  },
  'if-match-missing': {
    status: 428,
    title: { zh: '缺少 If-Match 请求头', en: 'The If-Match header is missing' },
    remedy: { zh: '请先读取记录，并在 If-Match 中填写其 ETag。', en: 'Read the record first and send its ETag in If-Match.' },
  },
  'headers-too-large': {
    status: 431,
    title: { zh: '请求头过大', en: 'The headers are too large' },
    remedy: { zh: '请减少请求头。', en: 'Send fewer or shorter headers.' },
  },
  'internal-fault': {
    status: 500,
    title: { zh: '系统内部错误', en: 'Internal fault' },
    remedy: {
      zh: '请稍后重试；如仍出现，请将 traceid 告知运维人员。',
      en: 'Try again later; if it stays, give the traceid to the operator.',
    },
  },
  'identity-provider-unavailable': {
    status: 503,
    title: { zh: '统一身份认证暂时不可用', en: 'The identity provider is unavailable' },
    remedy: { zh: '请稍后重试。', en: 'Try again in a moment.' },
  },
  'scanner-unavailable': {
    status: 503,
    title: { zh: '病毒扫描暂时不可用', en: 'The virus scanner does not answer now' },
    remedy: { zh: '文件未保存。请稍后用同一个键重试。', en: 'The file was not kept. Retry with the same key in a moment.' },
  },
  'too-many-requests': {
    status: 429,
    title: { zh: '同时处理的请求过多', en: 'Too many requests at the same time' },
    remedy: { zh: '请减少并发，按 Retry-After 稍后重试。', en: 'Send fewer at once; retry after the time in Retry-After.' },
  },
  overloaded: {
    status: 503,
    title: { zh: '该记录待发送的变更过多', en: 'Too many changes of this record wait to be sent' },
    remedy: { zh: '请按 Retry-After 稍后重试。', en: 'Retry after the time in Retry-After.' },
  },
  'took-too-long': {
    status: 503,
    title: { zh: '处理超时', en: 'It took too long' },
    remedy: {
      zh: '请稍后用同一个键重试；若已办成，会返回原结果。',
      en: 'Retry with the same key; if it was carried out, you get its result.',
    },
  },
  'store-unavailable': {
    status: 503,
    title: { zh: '数据库暂时无法访问', en: 'The database does not answer now' },
    remedy: { zh: '请用同一个键重试；若已办成，会返回原结果。', en: 'Retry with the same key; if it was carried out, you get its result.' },
  },
  starting: {
    status: 503,
    title: { zh: '服务正在启动', en: 'The service is starting' },
    remedy: { zh: '请按 Retry-After 稍后重试。', en: 'Retry after the time in Retry-After.' },
  },
} as const satisfies Readonly<Record<string, PlatformProblem>>;

/** What to do where a read was not answered: it has no key, and is safe to ask again. */
export const askAgain: LocalText = { zh: '请稍后重新查询。', en: 'Ask again in a moment.' };

export type PlatformProblemCode = keyof typeof table;

/** Every problem that the platform itself answers, by its stable code. */
export const platformProblems: Readonly<Record<PlatformProblemCode, PlatformProblem>> = table;

/** `in` alone would also find what every object inherits. */
export const isPlatformProblem = (code: string): code is PlatformProblemCode => Object.hasOwn(table, code);
