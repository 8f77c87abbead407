import ConsoleHandler
import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookReport
import RunbookSyntax
import Testing

struct GraphViewTests {
    private static let declaration = """
        # Copy

        ```yaml runbook
        version: 1
        targets:
          current: { kind: elasticsearch }
        parameters:
          mode: { enum: [new, existing] }
        ```


        """

    private func graph(_ text: String) throws -> GraphView {
        let parsed = RunbookParser.parse(SourceText(file: "a.md", text: Self.declaration + text))
        let binding = Binder.bind(try #require(parsed.runbook), to: HandlerRegistry([ConsoleHandler()]))
        #expect(binding.isRunnable, "\(binding.diagnostics)")
        return GraphView(binding)
    }

    /// The edges in the words of a test.
    private func edges(_ graph: GraphView) -> [String] {
        graph.edges.map { edge in
            let ends = "\(graph.nodes[edge.from].id) > \(graph.nodes[edge.to].id)"
            return switch edge.kind {
            case .order: ends
            case .needs: ends + " needs"
            case .unless: ends + " unless"
            case .values(let names): ends + " " + names.joined(separator: ",")
            }
        }
    }

    private func read(_ id: String, _ keys: String = "", _ path: String = "") -> String {
        "```console verify id=\(id) \(keys)\nGET /\(path)\n```\n\n"
    }

    @Test func chainsStepsAsTheyStand() throws {
        #expect(edges(try graph(read("a") + read("b") + read("c"))) == ["a > b", "b > c"])
    }

    @Test func needsReplaceTheOrderAndLeaveSeveralEnds() throws {
        let graph = try graph(read("a") + read("b", "needs=a") + read("c", "needs=a") + read("d"))
        #expect(edges(graph) == ["a > b needs", "a > c needs", "b > d", "c > d"])
        #expect(!graph.isReordered)
    }

    @Test func showsThatAStepRunsBeforeAnEarlierOne() throws {
        let graph = try graph(read("a") + read("b", "needs=c") + read("c", "needs=a") + read("d"))
        #expect(edges(graph) == ["c > b needs", "a > c needs", "b > d"])
        #expect(graph.isReordered)
        #expect(graph.order == [0, 2, 1, 3])
    }

    @Test func aGateIsABarrierForWhatHasNeeds() throws {
        let graph = try graph(read("a") + "- [ ] Look at it. <!-- runbook: id=look -->\n\n" + read("b", "needs=a"))
        #expect(edges(graph) == ["a > look", "a > b needs", "look > b"])
        #expect(graph.nodes.map(\.gate) == [nil, "it is a manual step", nil])
        let behind = try self.graph(
            "- [ ] Look at it. <!-- runbook: id=look -->\n\n" + read("a") + read("b", "needs=a"))
        #expect(edges(behind) == ["look > a", "a > b needs"])
    }

    @Test func joinsGiversAndTakersOnceForAllTheirValues() throws {
        let text =
            read("a") + "```jq capture\nx = .name\ny = .cluster_name\n```\n\n"
            + read("b", "", "${x}/${y}/${x}/${a.name}")
        #expect(edges(try graph(text)) == ["a > b", "a > b x,y,a"])
    }

    @Test func showsChecksAlternativesAndWhoIsAsked() throws {
        let graph = try graph(
            """
            ## Create

            1. Make it.

               ```console run id=make unless confirm="Make it?" if=mode:new
               PUT /books
               ```

               ```console verify id=made
               GET /books
               ```

            2. Drop it.

               ```console run id=drop again=yes when='$mode == "existing"'
               DELETE /books
               ```
            """)
        #expect(edges(graph) == ["made > make unless", "make > made", "made > drop"])
        #expect(graph.nodes.map(\.gate) == ["Make it?", nil, "its effect is destroy"])
        #expect(graph.nodes.map(\.alternatives) == [["mode: new"], [], []])
        #expect(graph.nodes.map(\.conditions) == [[], [], [#"$mode == "existing""#]])
        #expect(graph.nodes.map(\.section.last) == ["Create", "Create", "Create"])
        #expect(graph.nodes.map(\.number) == ["1a", "1b", "2"])
        #expect(graph.nodes.map(\.title) == ["Make it", "Make it", "Drop it"])
        #expect(graph.title == "Copy")
        #expect(graph.file == "a.md")
    }
}
