/// An error of the cloud: a code, the status it comes with, and its text.
package struct CloudProblem: Error, Hashable {
    /// The code, such as `InvalidApi.NotFound`.
    package let code: String
    /// The HTTP status.
    package let status: Int
    /// The text; `{Name}` stands for what the case is about.
    package let message: String

    /// Makes an error.
    package init(_ code: String, status: Int = 400, message: String) {
        self.code = code
        self.status = status
        self.message = message
    }

    /// What the documentation says about a code of an action, else of its product, of any of its actions, or the gateway.
    package static func documented(_ code: String, product: String, action: String) -> CloudProblem? {
        for scope in ["\(product).\(action)", "\(product).*", "gateway"] {
            if let problem = table[scope]?.first(where: { $0.code == code }) { return problem }
        }
        for (scope, problems) in table where scope.hasPrefix("\(product).") {
            if let problem = problems.first(where: { $0.code == code }) { return problem }
        }
        return nil
    }

    /// All documented errors by `product.Action`, `product.*` and `gateway`.
    package static let table = ContractReader.problems(ContractData.errors)
}
