import type { LocalText } from '@xietong/domain';
import type { Request, Response } from 'express';
import { traceIdOf } from './trace.ts';

interface Problem {
  readonly status: number;
  readonly title: LocalText;
  readonly remedy: LocalText;
}

/** What the edge itself can answer in place of a service. */
export const problems = {
  'no-such-address': {
    status: 404,
    title: { zh: '没有这个地址', en: 'There is nothing at this address' },
    remedy: {
      zh: '请核对地址。接口以 /api/projects 或 /api/reporting 开头。',
      en: 'Check the address. The APIs begin with /api/projects or /api/reporting.',
    },
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

/** Answers with a problem in the shape of RFC 9457 and of our services, in Chinese unless the reader prefers English. */
export const sendProblem = (request: Request, response: Response, code: ProblemCode): void => {
  const { status, title, remedy } = problems[code];
  const lang = request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
  response
    .status(status)
    .set({ 'Content-Language': lang, 'Cache-Control': 'no-store', Vary: 'Accept-Language' })
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:xietong:problem:${code}`,
        title: title[lang],
        status,
        code,
        remedy: remedy[lang],
        traceid: traceIdOf(request),
      }),
    );
};
