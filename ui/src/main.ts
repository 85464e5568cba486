/** The start: who is behind the door, how the workstation likes to see things, then the screens. */
import { mount } from 'svelte';
import App from './App.svelte';
import { looks } from './appearance.svelte';
import { openDoor } from './door';
import { keepFocus } from './focus';
import { chooseHost } from './host';
import Cover from './frame/Cover.svelte';
import { hear } from './keys';
import './style/tokens.css';
import './style/base.css';

looks.start();
openDoor(await chooseHost());
window.addEventListener('keydown', hear);
mount(App, { target: document.getElementById('app')! });
mount(Cover, { target: document.body });
keepFocus();
