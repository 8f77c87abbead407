import OrderedJSON
import RunbookModel
import RunbookReport
import Testing

struct GraphRenderingTests {
    static let graph = GraphView(
        title: "Copy an index", file: "a.md",
        nodes: [
            .init(
                heading: .init(
                    id: "health", role: .verify, title: "The cluster is up:", number: "1", section: ["Before"], line: 7,
                    targets: ["current"])),
            .init(
                heading: .init(
                    id: "create", role: .run, title: "Create `${name}`", number: "2", section: ["Copy"], line: 12,
                    effect: .write, targets: ["current", "remote"]), alternatives: ["mode: new, both"],
                conditions: ["$health.ok"]),
            .init(
                heading: .init(
                    id: "drop", role: .run, title: "Drop the old one", section: ["Copy"], line: 20, effect: .destroy,
                    targets: ["current"]), gate: "its effect is destroy"),
            .init(
                heading: .init(id: "told", role: .manual, title: "Tell them", section: [], line: 30),
                gate: "it is a manual step"),
        ],
        edges: [
            .init(from: 0, to: 1, .order), .init(from: 0, to: 1, .values(["health", "name"])),
            .init(from: 3, to: 1, .unless), .init(from: 0, to: 2, .needs), .init(from: 1, to: 3, .order),
            .init(from: 2, to: 9, .order),
        ], order: [0, 2, 1, 3])

    @Test func writesAParagraphAStepInTheOrderTheyRun() {
        #expect(
            GraphText.text(Self.graph) == """
                Copy an index (a.md): 4 steps, not in document order

                # Before

                   1  health  verify on current  line 7
                      1. The cluster is up:

                # Copy

                   2  drop  destroy on current  line 20
                      Drop the old one
                      asks a person: its effect is destroy
                      waits only for health

                   3  create  write on current, remote  line 12
                      2. Create `${name}`
                      only if mode: new, both
                      only when $health.ok
                      takes `health`, `name` from health
                      not needed when told passes

                   4  told  manual  line 30
                      Tell them
                      asks a person: it is a manual step

                """)
    }

    @Test func drawsAChart() {
        #expect(
            GraphMermaid.text(Self.graph) == """
                flowchart TD
                  subgraph section0["Before"]
                    s0("1#46; The cluster is up#58;<br/>verify on current")
                  end
                  subgraph section1["Copy"]
                    s1["2#46; Create #96;#36;#123;name#125;#96;<br/>write on current, remote<br/>only if mode#58; new, \
                both<br/>only when #36;health.ok"]
                    s2{{"Drop the old one<br/>destroy on current<br/>asks#58; its effect is destroy"}}
                  end
                  s3{{"Tell them<br/>manual"}}
                  s0 --> s1
                  s0 -. "health, name" .-> s1
                  s3 -. "unless" .-> s1
                  s0 ==> s2
                  s1 --> s3

                """)
    }

    @Test func writesTheSameForPrograms() {
        let json = GraphJSON.json(
            GraphView(
                title: "T", file: "a.md",
                nodes: [
                    .init(heading: .init(id: "a", role: .verify, title: "A", line: 3)),
                    .init(heading: .init(id: "b", role: .run, title: "B", line: 5)),
                ],
                edges: [.init(from: 0, to: 1, .values(["x"]))], order: [0, 1]))
        #expect(
            json.text() == """
                {"title":"T","runbook":"a.md","steps":[\
                {"id":"a","title":"A","line":3,"role":"verify","number":null,"section":null,"effect":"read","targets":[],\
                "gate":null,"if":[],"when":[]},\
                {"id":"b","title":"B","line":5,"role":"run","number":null,"section":null,"effect":"read","targets":[],\
                "gate":null,"if":[],"when":[]}],\
                "order":["a","b"],"edges":[{"from":"a","to":"b","kind":"values","values":["x"]}]}
                """)
    }

    /// Nothing of a title may end its label, begin a directive or become HTML.
    @Test(arguments: [
        (
            "a\"]; click s0 href \"javascript:alert(1)\"",
            "a#34;#93;#59; click s0 href #34;javascript#58;alert#40;1#41;#34;"
        ),
        ("%%{init: {}}%%", "#37;#37;#123;init#58; #123;#125;#125;#37;#37;"),
        ("<script>alert(1)</script>", "#60;script#62;alert#40;1#41;#60;/script#62;"),
        ("`**bold**`", "#96;#42;#42;bold#42;#42;#96;"),
        ("1. list", "1#46; list"),
        ("- list", "#45; list"),
        ("7.0.0 of my-index", "7.0.0 of my-index"),
        ("#35;", "#35;35#59;"),
        ("a\nend\n```", "a end #96;#96;#96;"),
        ("\u{1B}[31m\u{202E}x", "#92;u#123;1b#125;#91;31m#92;u#123;202e#125;x"),
        ("索引 é", "索引 é"),
    ])
    func keepsHostileTitlesInsideTheirLabel(title: String, label: String) {
        let graph = GraphView(
            title: title, file: title,
            nodes: [.init(heading: .init(id: title, role: .run, title: title, section: [title], line: 1))],
            edges: [.init(from: 0, to: 0, .values([title]))], order: [0])
        #expect(
            GraphMermaid.text(graph) == """
                flowchart TD
                  subgraph section0["\(label)"]
                    s0("\(label)<br/>read")
                  end
                  s0 -. "\(label)" .-> s0

                """)
        let steering = GraphText.text(graph).unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }
        #expect(!steering)
    }
}
