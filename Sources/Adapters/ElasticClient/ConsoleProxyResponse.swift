import ElasticRequests
import HTTPClient
import OrderedJSON
import RunbookModel

/// What came back through a console proxy, and who said it: the cluster, the proxy, or something before it.
struct ConsoleProxyResponse {
    /// The cluster's own response; nil when it is of somebody else.
    let clusterResponse: HTTPClient.Response?
    /// The response as it came.
    let response: HTTPClient.Response
    /// The request that was sent through the proxy.
    let request: ElasticRequest
    /// What the proxy says of itself; nil when it is not an error of its form.
    let complaint: String?
    /// What the proxy calls itself.
    let product: String

    /// Reads the response to a request that was sent through a proxy.
    ///
    /// Kibana from 8.6 on answers with 200 and says the cluster's status in a header; before, and in Dashboards, the
    /// status is mirrored, and only the body tells whose error it is.
    init(_ response: HTTPClient.Response, to request: ElasticRequest) {
        self.response = response
        self.request = request
        product = response.header("osd-name") == nil ? "Kibana" : "OpenSearch Dashboards"
        let body = try? JSON(bytes: response.body)
        let own = ConsoleProxyResponse.ownError(body)
        let isProxy = response.header("kbn-name") != nil || response.header("osd-name") != nil

        var cluster = response
        if request.method == "HEAD" { cluster.body = [] }
        if let status = response.header("x-console-proxy-status-code").flatMap({ Int($0) }) {
            cluster.status = status
            let isUnreachable = status == 502 && body?["error"]?.object == nil && body?["message"] != nil
            clusterResponse = isUnreachable ? nil : cluster
            complaint = body?["message"]?.string
        } else if let own {
            // Dashboards puts the cluster's error as a text into one of its own.
            let inner = (try? JSON(parsing: own)).flatMap { $0.object == nil ? nil : Array(own.utf8) }
            if let inner { cluster.body = inner }
            clusterResponse = inner == nil ? nil : cluster
            complaint = own
        } else {
            let text = String(decoding: response.body.prefix(2000), as: UTF8.self)
            complaint = text.split(whereSeparator: \.isNewline).first.map { Excerpt.text($0, atMost: 200) }
            let isPage = response.header("content-type")?.lowercased().contains("html") == true
            let isAnswer =
                switch response.status {
                case 200..<300: true
                case 300..<400: false
                case 403 where text.hasPrefix("Error connecting to '"): false
                case 503 where body == nil: false
                default: isProxy || body?.object != nil
                }
            clusterResponse = isAnswer && !isPage ? cluster : nil
        }
    }

    /// The message of an error in the form that Kibana's and Dashboards' server gives its own.
    private static func ownError(_ body: JSON?) -> String? {
        guard let body, body["statusCode"]?.int != nil, body["error"]?.string != nil else { return nil }
        return body["message"]?.string ?? ""
    }
}
