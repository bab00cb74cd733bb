import type { Lang } from '@xietong/domain';
import type { Request } from 'express';

/** The language of an answer to a person: what `Accept-Language` prefers of Chinese and English, else Chinese. */
export function languageOf(request: Request): Lang {
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
}
