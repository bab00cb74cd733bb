import { Lang } from '@xietong/domain';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import { en } from './en.ts';
import { type Dictionary, zh } from './zh.ts';

const dictionaries: Record<Lang, Dictionary> = { zh, en };
const storageKey = 'xietong.language';

interface Language {
  readonly lang: Lang;
  readonly text: Dictionary;
  readonly switchTo: (lang: Lang) => void;
}

const LanguageContext = createContext<Language | undefined>(undefined);

/** The language of the page and its dictionary. */
export const useLanguage = (): Language => {
  const language = use(LanguageContext);
  if (language === undefined) throw new Error('useLanguage is called outside of LanguageProvider');
  return language;
};

// Chinese unless this reader once chose otherwise.
const chosenLang = (): Lang => Lang.safeParse(localStorage.getItem(storageKey)).data ?? 'zh';

export const LanguageProvider = ({ children }: { children: ReactNode }) => {
  const [lang, setLang] = useState(chosenLang);

  useEffect(() => {
    document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  }, [lang]);

  const switchTo = (next: Lang) => {
    localStorage.setItem(storageKey, next);
    setLang(next);
  };
  return <LanguageContext value={{ lang, text: dictionaries[lang], switchTo }}>{children}</LanguageContext>;
};
