import OrderedJSON
import RunbookBodies
import RunbookModel
import RunbookPlugin

/// A made-up family of targets: libraries, whose shelves blocks fill by `uses: shelf/NAME`.
///
/// It is all that a family of targets is: a kind, operations with their keys, and a handler. Nothing below the handlers
/// knows of it.
struct ShelfHandler: Handler {
    static let library = TargetKind(
        name: "library",
        keys: [
            .init(name: "region", form: .text, isRequired: true, summary: "Where the library is."),
            .init(
                name: "credentials",
                form: .group(
                    .init(
                        keys: [
                            .init(name: "profile", form: .text, summary: "A profile of the librarian."),
                            .init(name: "card", form: .secretOrText, summary: "The number of the card."),
                            .init(name: "word", form: .secret, summary: "The word of the card."),
                        ],
                        rules: [
                            .exclusive(["profile", "card"], help: "keep one of them"),
                            .needs("card", "word", help: "add `word: { env: VARIABLE }`"),
                        ])), summary: "Who asks."),
            .init(name: "endpoints", form: .urls(of: ["maps", "music"]), summary: "Addresses of its departments."),
            .init(name: "branch_of", form: .target, summary: "The library that it belongs to."),
        ],
        properties: ["name", "region"],
        requirements: [
            .init("edition", form: .version), .init("system", form: .words(["dewey", "colon"])),
            .init("neighbour", form: .target),
        ], places: ["region"])

    private static func scalar(_ kind: ParameterSchema.Kind, _ choices: [JSON]? = nil) -> Manifest.Operation.Value {
        var schema = ParameterSchema()
        schema.kind = kind
        schema.choices = choices
        return .scalar(schema)
    }

    let manifest = Manifest(
        name: "shelf", version: "1.0.0", summary: "Fills shelves.", languages: [], targetKinds: [library],
        family: "shelf",
        operations: [
            .init(
                name: "books.Book", summary: "A book on its shelf.", targetKind: "library",
                keys: [
                    .init("Title", scalar(.string), isRequired: true, summary: "What is on the cover."),
                    .init("Pages", scalar(.integer), summary: "How many it has."),
                    .init("Binding", scalar(.string, ["cloth", "paper"]), summary: "What holds it."),
                    .init("Authors", .list(scalar(.string)), summary: "Who wrote it."),
                    .init(
                        "Place", .object([.init("Row", scalar(.integer), isRequired: true, summary: "The row.")]),
                        summary: "Where it stands."),
                    .init("Labels", .map(scalar(.string)), summary: "Anything else."),
                ]),
            .init(
                name: "books.ListBooks", summary: "The books of a shelf.", targetKind: "library",
                keys: [.init("Row", scalar(.integer), summary: "The row.")]),
        ], keys: [],
        examples: [
            .init(
                language: "yaml", content: "uses: shelf/books.Book\nTitle: ${title}\n",
                actions: [(title: "shelf/books.Book", effect: .write)])
        ])

    func prepare(_ step: StepDraft) -> Preparation {
        guard let operation = step.operation?.value else { return Preparation(actions: []) }
        let body = YAMLBody.parse(step.text)
        let action = ActionTemplate(
            effect: operation.contains(".List") ? .read : .write,
            title: Template(literal: "shelf/\(operation)"),
            fields: [.init("operation", Template(literal: operation)), .init("body", body.template)],
            span: step.text.span)
        return Preparation(actions: [action], diagnostics: body.diagnostics)
    }

    func perform(_ action: Action, on target: Target?, timeout: Duration) async -> Outcome {
        .refused(Refusal(reason: "the library is closed", isPermanent: true))
    }

    func examine(_ target: Target, timeout: Duration) async -> Examination {
        Examination(address: target.properties["region"]?.string ?? "", identity: "library-7", product: "a library")
    }
}
