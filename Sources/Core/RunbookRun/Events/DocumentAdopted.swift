package import OrderedJSON
import RunbookModel

/// A person took over an edited text of the document: the run continues with it.
package struct DocumentAdopted: RunWideEvent {
    /// The name in journals.
    package static let kind = "document-adopted"

    /// Who.
    package let by: String
    /// The new text, and what it includes.
    package let documents: [RunStart.Document]
    /// Its steps.
    package let outline: Outline
    /// The parameters, those among them that it declares for the first time.
    package let parameters: [RunStart.Parameter]
    /// The former identities of steps that are called otherwise now, by the new ones.
    package let moved: [String: String]

    /// Makes the content.
    package init(
        by: String, documents: [RunStart.Document], outline: Outline, parameters: [RunStart.Parameter],
        moved: [String: String] = [:]
    ) {
        self.moved = moved
        self.by = by
        self.documents = documents
        self.outline = outline
        self.parameters = parameters
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard let document = fields.object("document").flatMap({ RunStart.Document($0) }) else { return nil }
        self.init(
            by: fields.string("by") ?? "",
            documents: [document] + fields.objects("documents").compactMap { RunStart.Document($0) },
            outline: Outline(
                title: fields.string("title") ?? "",
                steps: fields.objects("steps").compactMap { OutlineStep($0, impliedDocument: { _ in 0 }) }),
            parameters: fields.objects("parameters").compactMap(RunStart.Parameter.init),
            moved: Dictionary(
                fields.objects("moved").compactMap { move in
                    move.string("to").flatMap { to in move.string("from").map { (to, $0) } }
                }
            ) { first, _ in first })
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["by"] = by
        fields.set("document", documents.first?.json)
        if documents.count > 1 { fields.set("documents", .array(documents.dropFirst().map(\.json))) }
        fields["title"] = outline.title
        fields.set("steps", .array(outline.steps.map { $0.json(unlessIn: 0) }))
        fields.set("parameters", .array(parameters.map(\.json)))
        if !moved.isEmpty {
            fields.set(
                "moved",
                .array(moved.sorted { $0.key < $1.key }.map { ["from": .string($0.value), "to": .string($0.key)] }))
        }
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to state: inout RunState, at time: Timestamp) -> Bool {
        guard let start = state.start, state.phase == .running else { return false }
        for (now, before) in moved { state.move(step: before, to: now) }
        let kept = start.outline.steps.filter { step in
            start.isPreparation(step) || outline.step(step.id) == nil && state.step(step.id).state != .pending
        }
        state.start = start.with(documents, outline, parameters: parameters, keeping: kept)
        return true
    }
}

extension RunEvent {
    /// A person took over an edited text of the document.
    package static func documentAdopted(
        by: String, documents: [RunStart.Document], outline: Outline, parameters: [RunStart.Parameter],
        moved: [String: String] = [:]
    ) -> RunEvent {
        .run(
            DocumentAdopted(by: by, documents: documents, outline: outline, parameters: parameters, moved: moved))
    }
}
