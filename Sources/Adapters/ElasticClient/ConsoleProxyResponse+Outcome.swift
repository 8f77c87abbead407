import ElasticRequests
import HTTPClient
import OrderedJSON
import RunbookModel

extension ConsoleProxyResponse {
    /// What became of the request.
    ///
    /// Errors of the proxy itself are none of the cluster's: its 404 says nothing about an index.
    func outcome(over connection: ElasticConnection) -> Outcome {
        if let clusterResponse { return ElasticResponse(clusterResponse, to: request).outcome }
        switch response.status {
        case 401:
            return refused(
                "\(product) itself does not let us in (status 401\(said))",
                "look at the credentials of `\(connection.name)`, and whether \(product) takes them without a login page"
            )
        case 403 where complaint?.hasPrefix("Error connecting to '") == true:
            return refused(
                "\(product) sends no requests to `\(request.path)` (status 403)",
                "its setting `console.proxyFilter` says which paths it lets through")
        case 403:
            return refused(
                "\(product) does not let us use its console (status 403\(said))",
                "give the user of `\(connection.name)` the privilege `Dev Tools` in the space, or use `url`")
        case 404:
            return refused(
                "\(product) has no console at \(connection.url) (status 404)",
                "look at the base path in `kibana` and at `space`; the console can also be switched off")
        case 413:
            return refused(
                "the body is larger than \(product) takes (status 413)",
                "raise its setting `server.maxPayload` (1 MiB by default), or reach the cluster by `url`")
        case 300..<400:
            let place =
                response.header("location").map { " to `\(VisibleText.visible(Excerpt.text($0, atMost: 200)))`" } ?? ""
            return refused(
                "\(connection.url) redirects\(place) (status \(response.status)), and redirects are not followed",
                "write the URL with its base path into `kibana`")
        case 200..<300:
            return refused(
                "what answers at \(connection.url) is a page, and no console",
                "look at `kibana` in the environment file")
        case 400 where request.method == "PATCH":
            return refused(
                "\(product) does not take the request (status 400\(said))",
                "the console of Kibana 7 knows no PATCH: reach the cluster by `url`")
        case _ where isBusy:
            return .refused(
                Refusal(
                    reason: "\(product) is busy or not ready (status \(response.status)\(said))",
                    retryAfter: RetryAfter.delay(in: response), response: ownResponse))
        case 400..<500:
            return refused("\(product) does not take the request (status \(response.status)\(said))", nil)
        default:
            return .unknown(
                reason: "\(product) did not get an answer of the cluster, or lost it (status \(response.status)\(said))"
            )
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
