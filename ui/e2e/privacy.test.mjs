/** The cover of the screen: nobody in the queue reads anything, and nothing is lost. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

/** What an eye, a search in the page, or a screen reader can find. */
async function readable(desk) {
  const text = await desk.page.evaluate(() => {
    const values = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
    return [document.title, document.documentElement.textContent, ...values].join('\n');
  });
  const session = await desk.context.newCDPSession(desk.page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const spoken = nodes.map(({ name, value, description }) => [name, value, description].map((one) => one?.value ?? '').join(' '));
  return `${text}\n${spoken.join('\n')}`;
}

test('Ctrl+L over a half-typed ticket: nothing readable, the words on the disk, everything back as it was', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('Rosa Bianchi dice che il lampione è spento');
    const before = await readable(desk);
    assert.match(before, /Rosa Bianchi/);
    assert.match(before, /Perdita d'acqua/);

    await desk.press('Control+l');
    await desk.seen('cover');
    const after = await readable(desk);
    for (const secret of [/Rosa Bianchi/, /lampione/, /Perdita/, /039 000/, /dimostrativi n/]) assert.doesNotMatch(after, secret);
    assert.match(after, /Comune di Lissone/);
    await desk.axe('cover');
    await desk.shot('cover');
    const [draft] = await desk.rpc('drafts');
    assert.equal(draft.body.text, 'Rosa Bianchi dice che il lampione è spento');

    // Keys do nothing underneath.
    await desk.press('F2', 'n', 'Control+k', 'x', 'Escape', 'Tab');
    await desk.seen('cover');
    await desk.press('Control+l');
    await desk.gone('cover');
    await desk.dialog('intake');
    await desk.type(' da ieri');
    assert.equal(await desk.page.inputValue('[data-test=text]'), 'Rosa Bianchi dice che il lampione è spento da ieri');
    await desk.press('Escape');
    await desk.dialog(undefined);

    await desk.press('Control+l');
    await desk.seen('cover');
    await desk.press('Enter');
    await desk.gone('cover');
    assert.equal(await desk.focused(), 'work');
  }));

test('nobody touches anything for five minutes: covered; the list stays where it was', () =>
  withDesk({}, async (desk) => {
    await desk.page.clock.install();
    await desk.page.goto(`${desk.url}/#/tickets/open`);
    await desk.page.reload();
    await desk.ready('tickets');
    await desk.press('ArrowDown', 'ArrowDown');
    const selected = () => desk.page.getAttribute('[role=row][aria-selected=true]', 'aria-rowindex');
    const at = await selected();
    await desk.page.clock.runFor('04:50');
    assert.equal(await desk.page.$('[data-test=cover]'), null);
    await desk.page.clock.runFor('00:20');
    await desk.seen('cover');
    assert.doesNotMatch(await readable(desk), /dimostrativi n/);
    await desk.press('Enter');
    await desk.gone('cover');
    assert.equal(await selected(), at);
  }));

test('the window goes behind another: covered, unless that was switched off', () =>
  withDesk({}, async (desk) => {
    const hide = () =>
      desk.page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
        document.dispatchEvent(new Event('visibilitychange'));
        delete document.hidden;
      });
    await desk.ready('agenda');
    await hide();
    await desk.seen('cover');
    await desk.press('Enter');
    await desk.enter('settings');
    await desk.tabTo('cover-hidden');
    await desk.press('Space');
    await hide();
    assert.equal(await desk.page.$('[data-test=cover]'), null);
  }));
