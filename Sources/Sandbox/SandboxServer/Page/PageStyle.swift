/// The style sheet of the page: for a screen, a phone and paper, light and dark.
enum PageStyle {
    /// The text of the style sheet.
    static let text = """
        :root{color-scheme:light dark;--back:#fff;--panel:#f6f7f9;--text:#1b1f24;--faint:#5b6672;--line:#d5dae0;--good:#1a7f4b;--building:#1667b7;--finding:#8a6100;--broken:#c0272d;--missing:#8b949e}
        @media(prefers-color-scheme:dark){:root{--back:#14181d;--panel:#1d232a;--text:#e4e9ee;--faint:#9aa6b2;--line:#343d47;--good:#4cc38a;--building:#62a8f0;--finding:#e0b04a;--broken:#ff6b6b;--missing:#77828e}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--back);color:var(--text);font:15px/1.45 system-ui,-apple-system,"Segoe UI",sans-serif}
        main{max-width:78rem;margin:0 auto;padding:1.2rem}
        h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem;margin:1.6rem 0 .5rem}h3{font-size:1rem;margin:0 0 .5rem}
        p{margin:.1rem 0}.faint,.id{color:var(--faint)}.faint{font-weight:normal}
        code,.id{font:.82em/1.4 ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
        .regions{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr));gap:1rem;align-items:start}
        .region,.links,.path{background:var(--panel);border:1px solid var(--line);border-radius:.5rem;padding:.8rem;overflow-wrap:anywhere}
        .links{margin-bottom:1rem}.path{margin-bottom:1rem}
        .row,.parts{display:grid;gap:.5rem}.row{grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr))}.parts{margin-top:.4rem}
        .item{border:1px solid var(--line);border-left:.3rem solid var(--missing);border-radius:.3rem;padding:.4rem .6rem;background:var(--back);margin-bottom:.5rem}
        .row .item,.parts .item{margin-bottom:0}.item p{font-size:.9rem}
        .item.good{border-left-color:var(--good)}.item.building{border-left-color:var(--building)}.item.broken{border-left-color:var(--broken)}.item.finding{border-left-color:var(--finding)}
        .state{color:var(--faint);font-size:.85em}.building>p>.state{color:var(--building);font-weight:600}.broken>p>.state{color:var(--broken);font-weight:600}
        .badge{font-size:.8rem;font-weight:600;border:1px solid;border-radius:1rem;padding:.05rem .6rem;white-space:nowrap}
        .badge.good{color:var(--good)}.badge.broken{color:var(--broken)}.badge.missing{color:var(--faint)}
        .way{list-style:none;display:flex;flex-wrap:wrap;gap:.4rem 1.3rem;margin:.6rem 0;padding:0}
        .way li{position:relative;border:1px solid;border-top-width:.3rem;border-radius:.3rem;padding:.3rem .5rem;background:var(--back);min-width:6.2rem;color:var(--missing)}
        .way li:not(:last-child)::after{content:"→";position:absolute;right:-1.12rem;top:.55rem;color:var(--faint)}
        .way b,.way span{display:block;color:var(--text);font-size:.85rem;font-weight:600}.way span{color:var(--faint);font-weight:normal}
        .way .good{color:var(--good)}.way .building{color:var(--building)}.way .finding{color:var(--finding)}.way .broken{color:var(--broken)}.way .missing{border-style:dashed}
        .checks{list-style:none;margin:.4rem 0;padding:0;font-size:.9rem}.checks li{padding:.2rem 0;border-top:1px solid var(--line)}
        .checks span{font-weight:600}.checks .broken span{color:var(--broken)}.checks .finding span{color:var(--finding)}.checks .missing span{color:var(--faint)}.checks .good span{color:var(--good)}
        summary{cursor:pointer;color:var(--faint);font-size:.9rem}
        table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-top:1px solid var(--line);overflow-wrap:anywhere}th{color:var(--faint);font-weight:600;border:0}
        .yes{color:var(--good);font-weight:600}.no{color:var(--broken);font-weight:600}
        @media(min-width:40rem){td:not(:last-child){white-space:nowrap}}
        @media(max-width:40rem){main{padding:.7rem}.way{flex-direction:column;gap:1.2rem}.way li:not(:last-child)::after{content:"↓";left:.6rem;right:auto;top:auto;bottom:-1.35rem}td,th{display:block;border:0;padding:.1rem 0}th{display:none}tr{display:block;border-top:1px solid var(--line);padding:.3rem 0}}
        @media print{:root{color-scheme:light}main{max-width:none;padding:0}.item,.way li,.checks li{break-inside:avoid}}

        """
}
