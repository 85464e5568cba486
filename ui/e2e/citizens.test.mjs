/** Citizens and contacts by keyboard: found, filled in, merged, taken apart; sent elsewhere; counted. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

const op = () => crypto.randomUUID();
const add = (desk, citizen) => desk.rpc('citizen_save', { op: op(), citizen });

test('a card is filled in by keyboard, a likely duplicate is noticed and merged, and taken apart again', () =>
  withDesk({}, async (desk) => {
    await add(desk, {
      surname: 'Galbusera', name: 'Irene', phone: '039 7000001', address: 'via Verdi 4', care_notes: 'sente poco',
    });
    await desk.ready('agenda');
    await desk.press('Alt+3');
    await desk.ready('citizens');
    await desk.press('Tab', 'g');
    await desk.dialog('citizen_edit');
    assert.equal(await desk.focused(), 'citizen-surname');
    await desk.type('Galbuserra');
    await desk.press('Tab');
    await desk.type('Irene');
    await desk.tabTo('phones-0');
    await desk.type('333 9000002');
    await desk.press('Tab');
    await desk.type('figlia');
    await desk.press('Tab');
    assert.equal(await desk.focused(), 'phones-1', 'there is always an empty line for one more');
    await desk.type('039 9000003');
    await desk.tabTo('citizen-address');
    await desk.type('Via Verdi 9');
    await desk.seen('duplicates');
    assert.match(await desk.text('duplicates'), /Galbusera Irene.*nome simile nella stessa via/s);
    await desk.shot('citizen-form');
    await desk.axe('the form of a citizen');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.reads('citizen-card', 'Galbuserra Irene');
    assert.match(await desk.text('citizen-card'), /333 9000002\s*\(figlia\)/);

    await desk.press('Tab', 'u');
    await desk.dialog('merge');
    await desk.press('ArrowDown');
    await desk.page.waitForSelector('[data-test=merge-other-list] [role=option]');
    await desk.press('Enter');
    await desk.reads('merge-preview', '039 7000001');
    await desk.press('Alt+m');
    await desk.reads('merge-kept', 'Galbusera Irene');
    await desk.shot('merge');
    await desk.axe('the merge');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.reads('citizen-card', 'Galbusera Irene');
    await desk.seen('merged');
    await desk.shot('citizen-merged');
    await desk.axe('the section of citizens');
    const found = await desk.rpc('citizens', { text: 'galbuserra' });
    assert.deepEqual(found.map(({ surname }) => surname), ['Galbusera'], 'one person, whatever is typed');

    await desk.press('Tab', 'Enter');
    await desk.dialog('citizen_edit');
    await desk.press('Escape');
    await desk.dialog(undefined);
    await desk.tabTo('unmerge');
    await desk.press('Enter');
    await desk.gone('merged');
    assert.equal((await desk.rpc('citizens', { text: 'galbus' })).length, 2, 'two again');
  }));

test('the card is on the intake before anything is asked, and a known person is not typed twice', () =>
  withDesk({}, async (desk) => {
    const known = await add(desk, {
      surname: "D'Angelo", name: 'Nicolò', phones: ['039 7000005'], emails: ['n@example.it'], reply_by: 'email',
      care_notes: 'caratteri grandi',
    });
    await desk.rpc('ticket_record', { op: op(), ticket: { text: 'Tombino rotto', citizen_id: known.id } });
    await desk.ready('agenda');
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('ancora il tombino');
    await desk.tabTo('who');
    await desk.type('nicolo dang');
    await desk.page.waitForSelector('[data-test=who-list] [role=option]');
    await desk.press('Enter');
    await desk.seen('known');
    const card = await desk.text('known');
    for (const said of [/Tombino rotto/, /caratteri grandi/, /Preferisce la risposta per e-mail/]) assert.match(card, said);
    await desk.shot('intake-known');
    await desk.press('Control+Enter');
    await desk.seen('told');
    await desk.press('Enter');
    await desk.dialog(undefined);

    // The same person, not found because only the telephone was asked for: one key takes them.
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('luce');
    await desk.tabTo('who');
    await desk.type('Dangelo Nicolo Maria');
    await desk.page.waitForSelector('[data-test=who-list] [role=option]');
    await desk.press('Tab');
    await desk.seen('new-person');
    await desk.tabTo('person-phone');
    await desk.type('+39 039 7000005');
    await desk.seen('duplicates');
    await desk.shot('intake-duplicate');
    await desk.axe('the intake with a likely duplicate');
    await desk.press('Alt+d');
    await desk.seen('known');
    assert.match(await desk.text('known'), /D'Angelo Nicolò/);
    await desk.press('Escape');
    await desk.dialog(undefined);
  }));

test('a contact takes seconds; what is not for us is sent elsewhere, and counted', () =>
  withDesk({ store: 'empty' }, async (desk) => {
    await desk.ready('agenda');
    const begun = Date.now();
    desk.keys = 0;
    await desk.press('F2');
    await desk.dialog('contact');
    await desk.type('orari anagrafe');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    assert.ok(desk.keys - 'orari anagrafe'.length <= 3, 'three choices at most');
    assert.ok(Date.now() - begun < 8000, `${Date.now() - begun} ms`);

    await desk.press('F2');
    await desk.dialog('contact');
    await desk.type('orar');
    await desk.reads('topic-list', 'orari anagrafe');
    await desk.retype('odore di gas nelle scale');
    await desk.reads('topic-list', 'Odore di gas');
    await desk.press('Enter');
    await desk.reads('referral', 'Apra le finestre');
    await desk.shot('contact-referral');
    await desk.axe('a contact sent elsewhere');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);

    // Told to the intake: nothing of the story stays, only that it was sent there.
    await desk.press('n');
    await desk.dialog('intake');
    await desk.type('vorrei fare una segnalazione riservata, il racconto è lungo');
    await desk.seen('secret');
    await desk.shot('intake-not-for-us');
    await desk.axe('the intake of what is not for us');
    await desk.press('Alt+n');
    await desk.dialog(undefined);
    assert.deepEqual(await desk.rpc('drafts'), []);
    const { contacts } = await desk.rpc('agenda');
    assert.equal(contacts[0].referral, 'whistleblowing');
    assert.doesNotMatch(JSON.stringify(contacts), /racconto/);

    await desk.press('Shift+F2');
    await desk.dialog('counts');
    await desk.reads('counts-total', '3 contatti');
    await desk.shot('contact-counts');
    await desk.axe('the counts');
    await desk.type('1/1/2020');
    await desk.tabTo('counts-to');
    await desk.type('2/1/2020');
    await desk.reads('counts-total', '0 contatti');
    await desk.press('Escape');
    await desk.dialog(undefined);
  }));

test('other people of a ticket are put on it and taken off', () =>
  withDesk({ path: '/#/tickets/new' }, async (desk) => {
    await add(desk, { surname: 'Zanetti', name: 'Elsa', phone: '039 7000009' });
    await desk.ready('tickets');
    await desk.press('g');
    await desk.dialog('person');
    await desk.press('Control+Enter');
    await desk.reads('step-person', 'Scegliere una persona');
    await desk.type('zanetti');
    await desk.page.waitForSelector('[data-test=person-who-list] [role=option]');
    await desk.press('Enter');
    await desk.tabTo('person-reply');
    await desk.press('Space');
    await desk.shot('people');
    await desk.axe('the people of a ticket');
    await desk.press('Control+Enter');
    await desk.dialog(undefined);
    await desk.reads('person', 'Zanetti Elsa');
    await desk.reads('timeline', 'Persona aggiunta');
    await desk.press('g');
    await desk.dialog('person');
    await desk.tabTo('person-remove');
    await desk.press('Enter');
    await desk.gone('people');
    await desk.press('Escape');
    await desk.dialog(undefined);
    await desk.gone('person');
  }));
