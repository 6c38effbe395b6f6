/**
 * Attacks by Markdown itself, and by bytes and sizes that a program may not expect.
 *
 * Pure. Invariant: sizes are those that a submission may have, or a clerk may paste.
 */
import { ELSEWHERE, RUN, each, type AttackClass } from './attack.ts'

const IMG = `<img src=x onerror=${RUN}>`
const GO = `javascript:${RUN}`

const links = [
  `<${GO}>`,
  `<javascript:alert>`,
  `<data:text/html,a>`,
  `<http://${ELSEWHERE}/>`,
  `www.${ELSEWHERE}`,
  `http://${ELSEWHERE}/`,
  `a@${ELSEWHERE}`,
  `[a](${GO})`,
  `[a](<${GO}> 'title')`,
  `[a]( ${GO} )`,
  `[a](\n${GO}\n)`,
  `[a]("${GO}")`,
  `[a](https://example.org "\\" onclick=${RUN}")`,
  `[a](https://example.org '"><img src=x onerror=${RUN}>')`,
  `[a](https://example.org/"onclick=${RUN}//)`,
  `[a](https://example.org/)${IMG}`,
  `[a](https://example.org/\\)${IMG})`,
  `[a](<https://example.org/>${IMG}>)`,
  `[${IMG}](https://example.org)`,
  `[\`${IMG}\`](${GO})`,
  `[[a]](${GO})`,
  `[a][b]\n\n[b]: ${GO}`,
  `[b]\n\n[b]: ${GO} "title"`,
  `[b][]\n\n[b]:\n  <${GO}>\n  'title'`,
  `[a][B]\n\n[b]: https://example.org\n[B]: ${GO}`,
  `[a][constructor]\n\n[__proto__]: ${GO}`,
  `[__proto__]\n\n[a][toString]`,
  `[a][b]\n\n[b]: https://example.org "\\"onmouseover=${RUN} "`,
  `![a](${GO})`,
  `![a"onerror=${RUN} "](x)`,
  `![a](x"onerror="${RUN})`,
  `![a](x 'b" onerror=${RUN} c="')`,
  `![${IMG}](https://${ELSEWHERE}/a)`,
  `[![a](${GO})](${GO})`,
  `[a](https://example.org)[b](${GO})`,
  `<a href="https://example.org">[b](${GO})</a>`,
]

const IN_CODE = [IMG, `<script>${RUN}</script>`, `</code>${IMG}`, `</code></pre>${IMG}<pre><code>`]
const code = [
  ...each(
    IN_CODE,
    (text) => `\`${text}\``,
    (text) => `\`\`\`\n${text}\n\`\`\``,
    (text) => `\`\`\`html "onmouseover=${RUN}\n${text}\n\`\`\``,
    (text) => `    ${text}`,
    (text) => `~~~"><img src=x onerror=${RUN}>\n${text}`,
  ),
  `\`a${IMG}`,
  `\`\`\`\n${IMG}`,
  `<code>\`${IMG}\`</code>`,
  `<pre>\n\n${IMG}\n\n</pre>`,
]

const blocks = [
  `# ${IMG}`,
  `${IMG}\n===`,
  `> > > ${IMG}`,
  `1. ${IMG}\n2. <li>${IMG}`,
  `- [ ] task ${IMG}`,
  `- [x] task`,
  `| ${IMG} | b |\n| - | :-: |\n| \\| ${IMG} | c |`,
  `| a |\n| :-: |\n| \`|${IMG}\` |`,
  `<div>\n\n${IMG}\n\n</div>`,
  `<div\n\n${IMG}>`,
  `*a **b ${IMG}* c**`,
  `~~${IMG}~~`,
  `a  \n${IMG}  \nb`,
  `---\ntitle: ${IMG}\n---`,
  `{#main .error-summary onclick=${RUN}}`,
  `## Heading {#main}`,
  `[^1]: ${IMG}\n\na[^1]`,
  `:::note\n${IMG}\n:::`,
]

const bytes = [
  `<im\u0000g src=x onerror=${RUN}>`,
  `\u0000${IMG}`,
  `\ufeff${IMG}`,
  `\ud800${IMG}\udc00`,
  `\u202e<img src=x onerror=${RUN}>\u202c`,
  `\u202Emoc.elpmaxe\u202c [gro.elpmaxe\u202e](https://example.org)`,
  `\u2066\u2067\u2068a`,
  `a\u2028${IMG}\u2029`,
  `\r<img\rsrc=x\ronerror=${RUN}>\r`,
  `\u001b[31m${IMG}`,
  `${'a\u0301'.repeat(500)}${IMG}`,
  `<${'a'.repeat(5000)}${IMG}`,
  `<p title="${'a'.repeat(20_000)}">${IMG}</p>`,
  `<p ${'a=1 '.repeat(2000)}onclick=${RUN}>a</p>`,
  `[a](https://example.org/${'a'.repeat(5000)})${IMG}`,
  `${'<b>'.repeat(400)}${IMG}`,
  `${'<ul><li>'.repeat(200)}${IMG}`,
  `${'> '.repeat(150)}${IMG}`,
  `${'['.repeat(400)}a](${GO})`,
  `${'*'.repeat(400)}${IMG}`,
  `${'<!--'.repeat(400)}${IMG}`,
  `${'&amp;'.repeat(2000)}${IMG}`,
]

export const MARKDOWN: readonly AttackClass[] = [
  { name: 'a Markdown link, picture or reference', texts: links },
  { name: 'markup in Markdown code', texts: code },
  { name: 'markup in another Markdown block', texts: blocks },
  { name: 'bytes and sizes that nobody expects', texts: bytes },
]
