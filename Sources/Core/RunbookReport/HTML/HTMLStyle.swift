/// The style sheet of the report: one column that fits a phone, and nothing that paper cannot show.
enum HTMLStyle {
    static let text = """
        :root{color-scheme:light dark;--line:#ccd;--soft:#f4f5f8;--good:#176b34;--bad:#b3141d;--open:#8a5a00;--faint:#5b6270}
        @media(prefers-color-scheme:dark){:root{--line:#445;--soft:#20242c;--good:#6fce8c;--bad:#ff8a8f;--open:#e8b65a;--faint:#a3abba}}
        *{box-sizing:border-box}
        body{font:16px/1.5 system-ui,sans-serif;margin:0}
        main{max-width:64rem;margin:0 auto;padding:1rem}
        h1{line-height:1.2;margin:.2rem 0 1rem}
        h2{border-bottom:1px solid var(--line);margin-top:2rem}
        h4{margin:0}
        .label{font-weight:700;letter-spacing:.05em;margin:0;color:var(--open)}
        table{border-collapse:collapse;width:100%}
        th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
        .facts th{width:9.5rem}th{overflow-wrap:normal}.list td:last-child{min-width:4rem}
        pre{background:var(--soft);padding:.6rem;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere;font-size:.85rem;margin:.4rem 0}
        code{background:var(--soft);padding:0 .2em;font-size:.9em;overflow-wrap:anywhere}
        article{border-left:4px solid var(--line);padding:.3rem 0 .3rem .8rem;margin:.8rem 0}
        article.failed{border-color:var(--bad)}
        article p{margin:.2rem 0}
        article ul{margin:.2rem 0;padding-left:1.2rem}
        nav ol{list-style:none;padding:0}
        nav .heading{font-weight:700;margin-top:.5rem}
        nav a{color:inherit;text-decoration:none}
        .good{color:var(--good)}.bad{color:var(--bad)}.open{color:var(--open)}.faint{color:var(--faint)}
        .mark{display:inline-block;width:1.2em;font-weight:700}
        summary{cursor:pointer;overflow-wrap:anywhere}
        .timeline td{padding:.1rem .5rem;font-size:.85rem}
        .timeline td:first-child{width:30%}
        .timeline td:last-child{width:9rem}
        .bars svg{display:block;width:100%;height:18px}
        rect.work{fill:var(--good)}rect.people{fill:var(--open)}
        .key{padding-left:.6rem;border-left:.8rem solid var(--good)}.key.people{border-color:var(--open)}
        footer{margin-top:2rem;font-size:.85rem;color:var(--faint);overflow-wrap:anywhere}
        @media(max-width:40rem){.facts th,.facts td,.timeline td{display:block;width:auto}.facts th{border:0;padding-bottom:0}.timeline td:first-child,.timeline td:last-child{width:auto}}
        @media print{main{max-width:none;padding:0}article{break-inside:avoid}a{color:inherit}details::details-content{content-visibility:visible;height:auto;opacity:1}pre{font-size:8pt}}

        """
}
