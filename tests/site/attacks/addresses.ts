/**
 * Attacks by addresses: schemes that run, hosts elsewhere, and both in disguise.
 *
 * Pure. Invariant: every address is tried as HTML, as a Markdown link and as a Markdown reference.
 */
import { ELSEWHERE, RUN, each, type AttackClass } from './attack.ts'

/** One letter after the other as character references. */
const referred = (text: string, print: (code: number) => string) =>
  [...text].map((letter) => print(letter.codePointAt(0) ?? 0)).join('')

const SCRIPTED = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `  javascript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `\u001fjavascript:${RUN}`,
  `java\tscript:${RUN}`,
  `java\u0000script:${RUN}`,
  `javascript&colon;${RUN}`,
  `java&Tab;script:${RUN}`,
  `java&NewLine;script:${RUN}`,
  `java&#10;script:${RUN}`,
  `java&#x0D;script:${RUN}`,
  `&#1;javascript:${RUN}`,
  `javascript&#58;${RUN}`,
  `javascript&#0000058${RUN}`,
  `&#106avascript:${RUN}`,
  `${referred('javascript:', (code) => `&#${code};`)}${RUN}`,
  `${referred('javascript:', (code) => `&#x${code.toString(16)};`)}${RUN}`,
  `${referred('javascript:', (code) => `&#${String(code).padStart(7, '0')}`)}${RUN}`,
  `javascript&amp;colon;${RUN}`,
  `&amp;#106;avascript:${RUN}`,
  `javascript%3A${RUN}`,
  `%6Aavascript:${RUN}`,
  `java\\script:${RUN}`,
  `javascript\\:${RUN}`,
  `\\javascript:${RUN}`,
  `java\u200bscript:${RUN}`,
  `\ufeffjavascript:${RUN}`,
  `ｊavascript:${RUN}`,
  `java\u017fcript:${RUN}`,
  `javascript://https://example.org/%0a${RUN}`,
  `javascript:https://example.org/;${RUN}`,
  `java<!-- -->script:${RUN}`,
]

const OTHER_SCHEMES = [
  `data:text/html,<script>${RUN}</script>`,
  'data:text/html;base64,PHNjcmlwdD53aW5kb3cuX19oaXQ9MTwvc2NyaXB0Pg==',
  `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${RUN}'/>`,
  `DATA:text/html,<script>${RUN}</script>`,
  `vbscript:${RUN}`,
  `livescript:${RUN}`,
  `view-source:javascript:${RUN}`,
  `feed:javascript:${RUN}`,
  `jar:https://${ELSEWHERE}/a.jar!/a.html`,
  `blob:https://${ELSEWHERE}/a`,
  `filesystem:https://${ELSEWHERE}/temporary/a`,
  'file:///etc/hostname',
  `ftp://${ELSEWHERE}/a`,
  `http://${ELSEWHERE}/a`,
  `ws://${ELSEWHERE}/a`,
  'intent://a#Intent;scheme=a;end',
  'about:blank',
  'chrome://settings',
]

const OTHER_HOSTS = [
  `//${ELSEWHERE}/a`,
  `\\\\${ELSEWHERE}/a`,
  `/\\${ELSEWHERE}/a`,
  `\\/${ELSEWHERE}/a`,
  `/\t/${ELSEWHERE}/a`,
  `/&#10;/${ELSEWHERE}/a`,
  `&sol;&sol;${ELSEWHERE}/a`,
  `///${ELSEWHERE}/a`,
]

const asLink = (address: string) => `<a href="${address}">text</a>`
const inMarkdown = (address: string) => `[text](<${address}>)`
const bareInMarkdown = (address: string) => `[text](${address})`
const byReference = (address: string) => `[text][a]\n\n[a]: <${address}>`

const elsewhereInTheTag = [
  `<a href=javascript:${RUN}>text</a>`,
  `<a href='javascript:${RUN}'>text</a>`,
  `<a href=\njavascript:${RUN}>text</a>`,
  `<a href="https://example.org" href="javascript:${RUN}">text</a>`,
  `<a href="javascript:${RUN}" href="https://example.org">text</a>`,
  `<a HREF="javascript:${RUN}">text</a>`,
  `<a xlink:href="javascript:${RUN}">text</a>`,
  `<a href="javas\ncript:${RUN}">text</a>`,
  `<a target=_blank href="javascript:${RUN}">text</a>`,
  `<a ping="https://${ELSEWHERE}/" href="https://example.org/">text</a>`,
  `<a download href="data:text/html,a">text</a>`,
  `<a rel="opener" target="a" href="https://example.org/">text</a>`,
  `<area href="javascript:${RUN}">`,
  `<map name=a><area shape=default href="javascript:${RUN}"></map><img usemap=#a src=x>`,
  `<q cite="javascript:${RUN}">text</q>`,
  `<blockquote cite="https://${ELSEWHERE}/">text</blockquote>`,
]

export const ADDRESSES: readonly AttackClass[] = [
  {
    name: 'an address that is a script',
    texts: each(SCRIPTED, asLink, inMarkdown, bareInMarkdown),
  },
  { name: 'a scheme that is not for links', texts: each(OTHER_SCHEMES, asLink, byReference) },
  { name: 'another host without its scheme', texts: each(OTHER_HOSTS, asLink, inMarkdown) },
  { name: 'an address elsewhere in the tag', texts: elsewhereInTheTag },
]
