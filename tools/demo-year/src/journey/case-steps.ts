import { settled } from '@xietong/portal/testing/visit';
import type { Locator, Page } from 'playwright-core';

/** What somebody types into a field, or what he chooses of it. */
export type Filled = string | { readonly choose: string };

/** Fills fields by their labels, within a form or an item of a list. */
export async function fillIn(scope: Locator, fields: Readonly<Record<string, Filled>>): Promise<void> {
  for (const [label, filled] of Object.entries(fields)) {
    if (typeof filled === 'string') await scope.getByLabel(label).first().fill(filled);
    else await choose(scope, label, filled.choose);
  }
}

async function choose(scope: Locator, label: string, option: string): Promise<void> {
  const page = scope.page();
  const radio = scope.getByRole('radiogroup', { name: label }).getByText(option, { exact: true });
  if ((await radio.count()) > 0) return radio.click();
  await scope.getByRole('combobox', { name: label }).first().click();
  await page.locator('.ant-select-item-option', { hasText: option }).last().click();
}

/** Opens the page of a document at the workbench. */
export async function openCase(page: Page, collection: string, id: string): Promise<void> {
  await page.goto(`/workbench/projects/${collection}/${encodeURIComponent(id)}`);
  await settled(page);
}

interface Act {
  /** As its button calls it. */
  readonly command: string;
  readonly fields?: Readonly<Record<string, Filled>>;
  /** A list of the form, by its label, with what each of its items holds; an item that is not there yet is added. */
  readonly items?: { readonly of: string; readonly each: readonly Readonly<Record<string, string>>[] };
}

/** Gives a command by its form on the page of a document, and waits until it is done. */
export async function giveOnPage(page: Page, { command, fields = {}, items }: Act): Promise<void> {
  await page.locator('.command-panel').getByRole('button', { name: command, exact: true }).click();
  const form = page.locator('.command-form');
  await fillIn(form, fields);
  for (const [place, each] of (items?.each ?? []).entries()) {
    if ((await form.locator('.list-item').count()) <= place) await form.getByRole('button', { name: `添加${items?.of}` }).click();
    await fillIn(form.locator('.list-item').nth(place), each);
  }
  await form.getByRole('button', { name: command, exact: true }).click();
  await page.getByText(`已办理：${command}`).waitFor();
  await settled(page);
}
