/**
 * Attacks by script elements and by event handlers.
 *
 * Pure. Invariant: written here, each with what it tries in its own spelling.
 */
import { ELSEWHERE, RUN, each, type AttackClass } from './attack.ts'

const SPELLED = [
  'script',
  'SCRIPT',
  'ScRiPt',
  'script ',
  'script\n',
  'script\t',
  'script\f',
  'script/',
  'script/x',
  'script x=">"',
  "script x='>' y",
  'script type=module',
  'script type="text/javascript;x"',
  'script language=JavaScript',
  'script async defer',
]

const scriptElements = [
  ...each(SPELLED, (tag) => `<${tag}>${RUN}</script>`),
  `<script>${RUN}`,
  `<script>${RUN}</script foo="bar">`,
  `<script>${RUN}</script\n>`,
  `<script>${RUN}</SCRIPT/>`,
  `<<script>${RUN}//<</script>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<script><script>${RUN}</script></script>`,
  `<p>a<script>${RUN}</script>b</p>`,
  `<ul><li><script>${RUN}</script></ul>`,
  `<table><script>${RUN}</script><tr><td>a</table>`,
  `a\n\n  <script>\n\n${RUN}\n\n</script>\n\nb`,
  `- list\n\n  <script>${RUN}</script>`,
  `> <script>${RUN}</script>`,
  `| a |\n| - |\n| <script>${RUN}</script> |`,
  `## <script>${RUN}</script>`,
  `**<script>${RUN}</script>**`,
  `[<script>${RUN}</script>](https://example.org)`,
  `\\<script>${RUN}</script>`,
  `<scr\0ipt>${RUN}</scr\0ipt>`,
  `<\0script>${RUN}</script>`,
  `<%00script>${RUN}</script>`,
]

const scriptsElsewhere = [
  `<script src=https://${ELSEWHERE}/a.js></script>`,
  `<script src=//${ELSEWHERE}/a.js></script>`,
  `<script src=/\\${ELSEWHERE}/a.js></script>`,
  `<script src="https:${ELSEWHERE}/a.js" src=b></script>`,
  `<script/src=//${ELSEWHERE}/a.js></script>`,
  `<script src=data:text/javascript,${RUN}></script>`,
  `<script src="data:;base64,d2luZG93Ll9faGl0PTE="></script>`,
  `<script type=module>import 'https://${ELSEWHERE}/a.js'</script>`,
  `<script type=speculationrules>{"prefetch":[{"urls":["https://${ELSEWHERE}/"]}]}</script>`,
  `<script type=importmap>{"imports":{"a":"https://${ELSEWHERE}/a.js"}}</script>`,
  `<script src=//${ELSEWHERE}/a.js`,
]

/** An element that calls a handler by itself, before anyone touches it. */
const ownHandlers = [
  `<img src=x onerror=${RUN}>`,
  `<img src=/favicon.svg onload=${RUN}>`,
  `<image src=x onerror=${RUN}>`,
  `<video src=x onerror=${RUN}></video>`,
  `<video><source onerror=${RUN}></video>`,
  `<audio src=x onerror=${RUN}></audio>`,
  `<body onload=${RUN}>`,
  `<html onload=${RUN}>`,
  `<input autofocus onfocus=${RUN}>`,
  `<select autofocus onfocus=${RUN}></select>`,
  `<textarea autofocus onfocus=${RUN}></textarea>`,
  `<button autofocus onfocus=${RUN}>a</button>`,
  `<keygen autofocus onfocus=${RUN}>`,
  `<a href=# autofocus onfocus=${RUN}>a</a>`,
  `<details open ontoggle=${RUN}>a</details>`,
  `<marquee onstart=${RUN}>a</marquee>`,
  `<iframe onload=${RUN}></iframe>`,
  `<object data=x onerror=${RUN}></object>`,
  `<embed src=/favicon.svg onload=${RUN}>`,
  `<link rel=stylesheet href=x onerror=${RUN}>`,
  `<style onload=${RUN}></style>`,
  `<script src=x onerror=${RUN}></script>`,
  `<p style="animation:x 1s" onanimationstart=${RUN}>a</p>`,
  `<p style="transition:color 1s" ontransitionend=${RUN}>a</p>`,
  `<div popover id=a onbeforetoggle=${RUN}>a</div><button popovertarget=a>b</button>`,
  `<p contenteditable onbeforeinput=${RUN}>a</p>`,
]

/** What is allowed stays, and takes no handler with it. */
const KEPT = ['p', 'strong', 'em', 'del', 'blockquote', 'ul', 'ol', 'li', 'a', 'code', 'h2', 'h6']
const CELLS = ['table', 'thead', 'tbody', 'tr', 'th', 'td']
const HANDLERS = `onclick=${RUN} onmouseover="${RUN}" onfocus='${RUN}' tabindex=0`
const handlersOnKept = [
  ...each(KEPT, (tag) => `<${tag} ${HANDLERS}>text</${tag}>`),
  ...each(CELLS, (tag) => {
    const open = (name: string) => (name === tag ? `<${name} ${HANDLERS}>` : `<${name}>`)
    const row = `${open('tr')}${open('th')}a</th>${open('td')}b</td></tr>`
    const body = `${open('thead')}${row}</thead>${open('tbody')}${row}</tbody>`
    return `${open('table')}${body}</table>`
  }),
  `<br ${HANDLERS}>`,
  `<hr ${HANDLERS}>`,
]

/** Between the parts of a tag, and in the name of a handler. */
const handlerSpellings = [
  `<img src=x OnErRoR=${RUN}>`,
  `<img src=x onerror\n=\n${RUN}>`,
  `<img src=x onerror\f=${RUN}>`,
  `<img/src=x/onerror=${RUN}>`,
  `<img src='x'onerror=${RUN}>`,
  `<img src="x"onerror="${RUN}">`,
  `<img src=x onerror="window&#46;__hit&#61;1">`,
  `<img src=x onerror=window&period;__hit&equals;1>`,
  `<img src=x onerror=\`${RUN}\`>`,
  `<img src=x alt="a" onerror=${RUN} alt="b" onerror=a>`,
  `<img src=x \0onerror=${RUN}>`,
  `<img src=x on\0error=${RUN}>`,
  `<img src=x \u00a0onerror=${RUN}>`,
  `<img src=x "onerror=${RUN} a="">`,
  `<img src=x ="onerror=${RUN}>`,
  `<img src="x\`\`onerror=${RUN}">`,
  `<img """><img src=x onerror=${RUN}>">`,
  `<a href="https://example.org" "onclick=${RUN}" onclick=${RUN}>a</a>`,
  `<a href='https://example.org'onclick=${RUN}//'>a</a>`,
]

export const SCRIPTS: readonly AttackClass[] = [
  { name: 'a script element in any spelling', texts: scriptElements },
  { name: 'a script from elsewhere or out of its own address', texts: scriptsElsewhere },
  { name: 'an element that calls a handler by itself', texts: ownHandlers },
  { name: 'a handler on an element that stays', texts: handlersOnKept },
  { name: 'a handler in any spelling', texts: handlerSpellings },
]
