/** The start: who is behind the door, how the workstation likes to see things, then the screens. */
import { mount } from 'svelte';
import App from './App.svelte';
import { startAppearance } from './appearance';
import { openDoor } from './door';
import { keepFocus } from './focus';
import { chooseHost } from './host';
import { hear } from './keys';
import './style/tokens.css';
import './style/base.css';

startAppearance();
openDoor(await chooseHost());
window.addEventListener('keydown', hear);
mount(App, { target: document.getElementById('app')! });
keepFocus();
