import OrderedJSON
import RunbookModel
import RunbookReport
import Testing

struct DiagnosticJSONTests {
    @Test func namesEveryPart() {
        let source = SourceText(file: "a.md", text: "é one\ntwo")
        let diagnostic = Diagnostic(
            "id/double", .warning, "given twice", at: source.span(3..<6), help: "rename it",
            related: [.init(span: source.span(7..<10), message: "here")])
        #expect(
            DiagnosticJSON.json([diagnostic]).text(.pretty) == """
                [
                  {
                    "code": "id/double",
                    "severity": "warning",
                    "message": "given twice",
                    "file": "a.md",
                    "range": {
                      "start": {
                        "line": 1,
                        "column": 4,
                        "offset": 3
                      },
                      "end": {
                        "line": 1,
                        "column": 7,
                        "offset": 6
                      }
                    },
                    "help": [
                      "rename it"
                    ],
                    "related": [
                      {
                        "message": "here",
                        "file": "a.md",
                        "range": {
                          "start": {
                            "line": 2,
                            "column": 1,
                            "offset": 7
                          },
                          "end": {
                            "line": 2,
                            "column": 4,
                            "offset": 10
                          }
                        }
                      }
                    ]
                  }
                ]
                """)
    }

    @Test func keepsNamesWithoutAPlace() {
        #expect(
            DiagnosticJSON.json([Diagnostic("a/b", "m", at: nil)]).text()
                == #"[{"code":"a/b","severity":"error","message":"m","file":null,"range":null,"help":[],"related":[]}]"#
        )
        #expect(DiagnosticJSON.json([]).text() == "[]")
    }
}
