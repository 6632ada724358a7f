// A BPMN diagram to look at, on which tokens and times are laid.

export function viewerIn(container) {
  return new BpmnJS({
    container,
    // What is laid on a step is there at once, however far the reader is away.
    canvas: { deferUpdate: false },
    overlays: { defaults: { show: { minZoom: 0, maxZoom: 100 }, scale: true } },
  });
}

/** Without the parts of names that only a running procedure knows. */
export async function show(viewer, model) {
  await viewer.importXML(model.replace(/(\sname="[^"$]*?)[:\uFF1A]?\s*\$\{[^}]*\}/g, '$1'));
  viewer.get('canvas').zoom('fit-viewport', 'auto');
}
