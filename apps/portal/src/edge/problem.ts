import { STATUS_CODES } from 'node:http';
import type { Lang, LocalText } from '@xietong/domain';
import type { Request, Response } from 'express';
import { newTraceId, traceIdOf } from './trace.ts';

interface Problem {
  readonly status: number;
  readonly title: LocalText;
  readonly remedy: LocalText;
}

/** What the edge itself can answer in place of a service. */
export const problems = {
  'request-malformed': {
    status: 400,
    title: { zh: '请求无法解析', en: 'The request cannot be read' },
    remedy: { zh: '请检查请求的格式后重新提交。', en: 'Check the form of the request, then send it again.' },
  },
  'no-such-address': {
    status: 404,
    title: { zh: '没有这个地址', en: 'There is nothing at this address' },
    remedy: {
      zh: '请核对地址。接口以 /api/projects/v1 或 /api/reporting/v1 开头。',
      en: 'Check the address. The APIs begin with /api/projects/v1 or /api/reporting/v1.',
    },
  },
  'upload-too-slow': {
    status: 408,
    title: { zh: '上传超时', en: 'The upload took too long' },
    remedy: { zh: '请检查网络后重试。', en: 'Check your connection and try again.' },
  },
  'headers-too-large': {
    status: 431,
    title: { zh: '请求头过大', en: 'The headers are too large' },
    remedy: { zh: '请减少请求头。', en: 'Send fewer or shorter headers.' },
  },
  'service-unreachable': {
    status: 502,
    title: { zh: '后台服务暂时无法连接', en: 'The service behind this page cannot be reached' },
    remedy: {
      zh: '请稍后重试；若持续出现，请把追踪编号告知管理员。',
      en: 'Try again shortly. If it persists, give the trace id to your operator.',
    },
  },
  'service-too-slow': {
    status: 504,
    title: { zh: '后台服务响应超时', en: 'The service behind this page did not answer in time' },
    remedy: {
      zh: '请缩小查询范围或稍后重试；若持续出现，请把追踪编号告知管理员。',
      en: 'Narrow the query or try again. If it persists, give the trace id to your operator.',
    },
  },
  'edge-fault': {
    status: 500,
    title: { zh: '门户出现内部错误', en: 'The portal failed' },
    remedy: { zh: '请重试；若持续出现，请把追踪编号告知管理员。', en: 'Try again. If it persists, give the trace id to your operator.' },
  },
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof problems;

// In the shape of RFC 9457 and of our services.
const written = (code: ProblemCode, lang: Lang, traceid: string) => {
  const { status, title, remedy } = problems[code];
  return {
    status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Content-Language': lang, 'Cache-Control': 'no-store' },
    body: JSON.stringify({ type: `urn:xietong:problem:${code}`, title: title[lang], status, code, remedy: remedy[lang], traceid }),
  };
};

/** Answers with a problem, in Chinese unless the reader prefers English. */
export const sendProblem = (request: Request, response: Response, code: ProblemCode): void => {
  const lang = request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
  const { status, headers, body } = written(code, lang, traceIdOf(request));
  response
    .status(status)
    .set({ ...headers, Vary: 'Accept-Language' })
    .send(body);
};

/** A problem as a whole answer, for a connection on which no request could be read: it tells no language and no trace. */
export const rawProblem = (code: ProblemCode): string => {
  const { status, headers, body } = written(code, 'zh', newTraceId());
  const all = { ...headers, 'Content-Length': Buffer.byteLength(body), Connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
};
