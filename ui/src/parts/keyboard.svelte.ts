/** How a component takes part in the registry of shortcuts. */
import { getContext, setContext } from 'svelte';
import { Layer, desk, push, type Handlers } from '../keys';

const LAYER = Symbol('layer');

/** Lets a component hear its shortcuts, in the dialog it stands in or on the desk. */
export function useKeys(handlers: () => Handlers) {
  const layer = getContext<Layer | undefined>(LAYER) ?? desk;
  $effect(() => layer.bind(handlers()));
}

/** Makes everything inside the component hear its shortcuts in a layer of its own, while it is shown. */
export function useLayer(): Layer {
  const layer = new Layer();
  setContext(LAYER, layer);
  $effect(() => push(layer));
  return layer;
}
