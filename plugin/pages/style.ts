// The style sheet of the plugin’s own pages, and their content security policy.
import { createHash } from 'node:crypto'

export const style = `
:root{color-scheme:light dark;--paper:#fff;--ink:#1d2625;--muted:#56625f;--line:#d5dcda;--edge:#7d8986;--accent:#0b6b63;--on-accent:#fff;--link:#0b6b63;--danger:#a12622;--tint:#f2f6f5}
@media (prefers-color-scheme:dark){:root{--paper:#161c1b;--ink:#e8eeec;--muted:#a9b6b3;--line:#3a4644;--edge:#8a9794;--accent:#0f7d73;--on-accent:#fff;--link:#6fd0c4;--danger:#ff9d94;--tint:#1e2625}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
.column{max-width:42rem;margin-left:auto;margin-right:auto;padding-left:1rem;padding-right:1rem}
header.column{padding-top:1rem;padding-bottom:1rem;display:flex;flex-wrap:wrap;gap:.25rem 1rem;justify-content:space-between;align-items:center}
header nav{display:flex;flex-wrap:wrap;gap:0 1rem}
header a,footer a{display:inline-flex;align-items:center;min-height:2.75rem}
main{padding-top:1rem;padding-bottom:3rem;display:block}
h1{font-size:1.625rem;line-height:1.25;margin:0 0 1rem;text-wrap:balance}
h2{font-size:1.1875rem;line-height:1.3;margin:2rem 0 .75rem}
p{margin:0 0 1rem;max-width:65ch}
a{color:var(--link);text-underline-offset:.15em}
.name{font-weight:600;color:inherit;text-decoration:none}
.muted{color:var(--muted)}
.small{font-size:.875rem}
:where(.whole){display:inline-block}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--paper)}
footer{padding-bottom:2rem;color:var(--muted);font-size:.875rem}
footer::before{content:"";display:block;border-top:1px solid var(--line);padding-top:1rem}
footer p{margin-bottom:0}
footer nav,.ways{display:flex;flex-wrap:wrap;gap:0 1.25rem}
dl{margin:0 0 1.5rem;border-top:1px solid var(--line)}
dl>div{border-bottom:1px solid var(--line);padding:.625rem 0}
dt{color:var(--muted);font-size:.875rem}
dd{margin:0}
ul.plain{list-style:none;margin:0;padding:0}
ul.plain+p{margin-top:1rem}
.cards{border-top:1px solid var(--line)}
.cards>li{border-bottom:1px solid var(--line)}
.card{display:flex;gap:1rem;padding:1rem 0;color:inherit;text-decoration:none}
.card img,.picture{border-radius:10px;object-fit:cover;background:var(--tint);flex:none}
.card:hover strong{text-decoration:underline}
.card span{display:block}
.notice{border:1px solid var(--line);border-left:4px solid var(--accent);border-radius:10px;padding:.75rem 1rem;margin:0 0 1.5rem;background:var(--tint)}
.notice p:last-child,.notice ul{margin-bottom:0}
.notice.wrong{border-left-color:var(--danger)}
form{margin:0 0 1.5rem}
fieldset{border:0;margin:0 0 1.5rem;padding:0;min-width:0}
legend,label.over{display:block;font-weight:600;padding:0;margin:0 0 .25rem}
.group{border-top:1px solid var(--line);padding-top:1.25rem;margin-top:2rem}
.group>legend{float:left;width:100%;font-size:1.1875rem;margin-bottom:1rem}
.group>legend+*{clear:both}
.field{margin:0 0 1.5rem;clear:both}
.hint{color:var(--muted);font-size:.875rem;margin:0 0 .375rem}
.wrong-text{color:var(--danger);font-size:.9375rem;margin:.375rem 0 0}
.optional{font-weight:400;font-style:italic;color:var(--muted);font-size:.875rem}
input[type=text],input[type=email],input[type=tel],input[type=date],input[type=number],input[type=search],input[type=file],select,textarea{width:100%;min-height:2.75rem;padding:.5rem .75rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--edge);border-radius:10px}
select option{color:CanvasText;background:Canvas}
textarea{min-height:8rem;resize:vertical}
input[aria-invalid=true],select[aria-invalid=true],textarea[aria-invalid=true]{border-color:var(--danger);border-width:2px}
.choice{display:flex;gap:.75rem;align-items:center;min-height:2.75rem}
.choice input{width:1.25rem;height:1.25rem;flex:none;margin:0;accent-color:var(--accent)}
summary{padding:.625rem 0;cursor:pointer}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-height:2.75rem;padding:.5rem 1.25rem;font:inherit;font-weight:600;color:var(--on-accent);background:var(--accent);border:1px solid transparent;border-radius:10px;text-decoration:none;cursor:pointer}
button.quiet{background:transparent;color:var(--link);border-color:var(--edge)}
.trap{position:absolute;left:-999rem}
.row{display:grid;gap:0 1rem}
@media (min-width:34rem){.row{grid-template-columns:2fr 1fr}}
.qr{display:block;width:15rem;max-width:100%;height:auto;background:#fff;border-radius:10px}
.tags{display:flex;flex-wrap:wrap;gap:.375rem;list-style:none;margin:0 0 1rem;padding:0}
.tags li{border:1px solid var(--line);border-radius:10px;padding:.125rem .625rem}
section{border-top:1px solid var(--line);margin-top:2rem}
section h2{margin-top:1.25rem}
section h3{font-size:1rem;margin:0 0 .25rem}
.item{border-left:3px solid var(--line);padding-left:1rem;margin:0 0 1.5rem}
.item form{margin-top:.75rem}
.item p:last-of-type{margin-bottom:.5rem}
.pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(8rem,1fr));gap:1rem;list-style:none;margin:0 0 1.5rem;padding:0}
.pictures img{display:block;width:100%;height:auto;border-radius:10px;background:var(--tint)}
.pictures form{margin:.5rem 0 0}
.copy{border:1px solid var(--line);border-left:4px solid var(--accent);border-radius:10px;padding:.75rem 1rem;margin:0 0 1.5rem;background:var(--tint);white-space:pre-wrap;font:inherit;-webkit-user-select:all;user-select:all}
@media print{header.column,footer,.skip,.screen{display:none}.column{max-width:none;padding:0}dl>div,.copy{break-inside:avoid}h2{break-after:avoid}}
@media (forced-colors:active){button,.button{border-color:ButtonText}}
`

const hash = createHash('sha256').update(style).digest('base64')

/** Nothing but this style, the network's own pictures, and forms that come back here. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash}'`,
  // The icon is part of the page's address: it loads nothing.
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')
