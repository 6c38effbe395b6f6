/**
 * Asks for the scripts of a task once the page is drawn, so that nobody waits for them to read it.
 *
 * Talks to the page. Invariant: the place of a script (`<template data-script>`) goes when the script has run;
 * until then the page is what it is without script. Decided in docs/decisions/0019.
 */

function ask(place: HTMLTemplateElement): void {
  const script = document.createElement('script')
  script.src = place.dataset['script'] ?? ''
  script.addEventListener('load', () => place.remove())
  place.before(script)
}

addEventListener('load', () => {
  // A frame later the page stands on the screen.
  requestAnimationFrame(() => {
    setTimeout(() =>
      document.querySelectorAll<HTMLTemplateElement>('template[data-script]').forEach(ask),
    )
  })
})
