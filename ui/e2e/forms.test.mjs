/** A form, from the citizen's words to the paper, by keyboard; one that is interrupted goes on where it was. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withDesk } from './harness.mjs';

test('a form is found by need, answered beside its page, interrupted and taken up again', () =>
  withDesk({}, async (desk) => {
    await desk.ready('agenda');
    await desk.press('Alt+m');
    await desk.dialog('forms');
    await desk.type('devo cambiare casa');
    await desk.seen('need-list');
    await desk.press('Enter');
    await desk.reads('form-card', 'residenza');
    await desk.axe('forms');
    await desk.shot('forms-choose');
    await desk.press('Control+Enter');
    await desk.seen('wizard');
    await desk.reads('questions', 'Perché fai la dichiarazione');
    await desk.press('Space');
    await desk.seen('mark');
    await desk.axe('wizard');
    await desk.shot('forms-wizard');
    await desk.press('PageDown');
    await desk.reads('step-number', 'Passo 2');
    await desk.tabTo('field-dichiarante.cognome');
    await desk.type('Colombo');
    await desk.shot('forms-person');
    await desk.press('PageUp');
    await desk.reads('step-number', 'Passo 1');
    await desk.press('Escape');
    await desk.ready('agenda');
    await desk.reads('tray', 'Modulo');
    await desk.press('b');
    await desk.seen('wizard');
    await desk.reads('questions', 'Perché fai la dichiarazione');
    await desk.press('PageDown');
    await desk.reads('step-number', 'Passo 2');
    assert.equal(await desk.page.locator('[data-test="field-dichiarante.cognome"]').inputValue(), 'Colombo');
  }));
