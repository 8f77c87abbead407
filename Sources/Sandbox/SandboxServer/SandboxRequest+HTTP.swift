import HTTPServer
import SandboxWorld

extension SandboxRequest {
    init(_ request: HTTPServer.Request) {
        self.init(
            method: request.method, target: request.target,
            headers: request.headers.map { SandboxHeader($0.name, $0.value) }, body: request.body)
    }
}

extension HTTPServer.Response {
    init(_ response: SandboxResponse) {
        self.init(
            status: response.status, headers: response.headers.map { HTTPServer.Header($0.name, $0.value) },
            body: response.body)
    }
}
