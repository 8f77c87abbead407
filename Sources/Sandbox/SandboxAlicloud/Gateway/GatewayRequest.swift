import AlicloudContract
import SandboxWorld

/// A request, decoded as the gateway does.
struct GatewayRequest {
    let method: String
    /// The path as it was sent.
    let path: String
    let headers: [AcsParameter]
    let query: [AcsParameter]
    /// The parameters of a form; empty for any other body.
    let form: [AcsParameter]
    let body: [UInt8]

    /// - Throws: `CloudProblem` when query or form cannot be decoded.
    init(_ request: SandboxRequest) throws(CloudProblem) {
        method = request.method
        path = String(request.path)
        headers = request.headers.map { AcsParameter($0.name, $0.value) }
        body = request.body
        let isForm = request.header("content-type")?.lowercased().hasPrefix("application/x-www-form-urlencoded") == true
        let text = String(validating: request.body, as: UTF8.self)
        guard let query = AcsEncoding.parameters(request.query ?? ""),
            let form = isForm ? text.flatMap({ AcsEncoding.parameters($0) }) : []
        else {
            throw CloudProblem("InvalidParameter.Format", message: "Specified parameter format is not valid.")
        }
        self.query = query
        self.form = form
    }

    /// The value of a header, whatever the case of its name.
    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }

    /// The value of a parameter in query or form.
    func parameter(_ name: String) -> String? { (query + form).first { $0.name == name }?.value }
}
