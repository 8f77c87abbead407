import ElasticRequests
import HTTPClient
import OrderedJSON
import RunbookModel

extension ConsoleProxyResponse {
    /// What became of the request.
    ///
    /// Errors of the proxy itself are not the cluster's: its 404 says nothing about an index.
    func outcome(over connection: ElasticConnection) -> Outcome {
        if let clusterResponse { return ElasticResponse(clusterResponse, to: request).outcome }
        switch response.status {
        case 401:
            return refused(
                "\(product) itself rejected the credentials (status 401\(said))",
                "check the credentials of `\(connection.name)`, and that \(product) accepts them without a login page"
            )
        case 403 where complaint?.hasPrefix("Error connecting to '") == true:
            return refused(
                "\(product) sends no requests to `\(request.path)` (status 403)",
                "check its setting `console.proxyFilter`: it says which paths are allowed")
        case 403:
            return refused(
                "\(product) does not allow this user to use its console (status 403\(said))",
                "give the user of `\(connection.name)` the privilege `Dev Tools` in the space, or use `url`")
        case 404:
            return refused(
                "\(product) has no console at \(connection.url) (status 404)",
                "check the base path in `kibana`, and `space`; or the console is switched off")
        case 413:
            return refused(
                "the body is too large for \(product) (status 413)",
                "increase its setting `server.maxPayload` (1 MiB by default), or connect to the cluster with `url`")
        case 300..<400:
            let place =
                response.header("location").map { " to `\(VisibleText.visible(Excerpt.text($0, atMost: 200)))`" } ?? ""
            return refused(
                "\(connection.url) redirects\(place) (status \(response.status)), and redirects are not followed",
                "write the URL with its base path in `kibana`")
        case 200..<300:
            return refused(
                "the response from \(connection.url) is a web page, not that of a console",
                "check `kibana` in the environment file")
        case 400 where request.method == "PATCH":
            return refused(
                "\(product) rejected the request (status 400\(said))",
                "the console of Kibana 7 does not support PATCH: connect to the cluster with `url`")
        case _ where isBusy:
            return .refused(
                Refusal(
                    reason: "\(product) is busy or not ready (status \(response.status)\(said))",
                    retryAfter: RetryAfter.delay(in: response), response: ownResponse))
        case 400..<500:
            return refused("\(product) rejected the request (status \(response.status)\(said))", nil)
        default:
            return .unknown(
                reason: "\(product) got no response from the cluster, or lost it (status \(response.status)\(said))",
                response: ownResponse)
        }
    }

    /// Whether the proxy's server takes no requests now; it says so before it sends anything.
    private var isBusy: Bool {
        response.status == 429 || response.status == 503 && complaint?.contains("server is not ready") == true
    }

    /// The proxy's own words.
    private var said: String {
        guard let complaint, !complaint.isEmpty else { return "" }
        return ": `\(VisibleText.visible(Excerpt.text(complaint, atMost: 200)))`"
    }

    private var ownResponse: Response { ElasticResponse(response, to: request).response }

    private func refused(_ what: String, _ help: String?) -> Outcome {
        .refused(
            Refusal(
                reason: what + (help.map { "; \($0)" } ?? ""), isPermanent: true,
                response: ownResponse
            ))
    }
}
