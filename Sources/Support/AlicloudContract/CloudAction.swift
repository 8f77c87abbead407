/// One action of a product: what it takes, and what it returns.
package struct CloudAction: Sendable, Hashable {
    /// What the action does to the account.
    package enum Effect: String, Sendable, Hashable {
        /// It only reads.
        case read
        /// It makes or changes something.
        case write
        /// It takes something away.
        case destroy
        /// It makes something that is billed.
        case spend
    }

    /// How requests are written.
    package enum Style: String, Sendable, Hashable {
        /// Everything is a parameter; the action's name is one too, or a header.
        case rpc
        /// Paths, methods and JSON bodies.
        case roa
    }

    /// The product's name.
    package let product: String
    /// The action's name.
    package let name: String
    /// What it does to the account.
    package let effect: Effect
    /// How its requests are written.
    package let style: Style
    /// The methods the gateway accepts, the usual one first.
    package let methods: [String]
    /// The path, with `{Name}` where a parameter is; `/` for the style RPC.
    package let path: String
    /// The parameters, those of the path first.
    package let parameters: [CloudField]
    /// Whether the body is JSON of the caller's own making.
    package let hasRawBody: Bool
    /// The fields of the response.
    package let response: [CloudField]

    /// The parameter called so, letter for letter.
    package func parameter(_ name: String) -> CloudField? { parameters.first { $0.name == name } }

    /// The name of the parameter that makes a repetition harmless; its case differs from action to action.
    package var tokenName: String? {
        parameters.first { $0.name == "ClientToken" || $0.name == "clientToken" }?.name
    }
}
