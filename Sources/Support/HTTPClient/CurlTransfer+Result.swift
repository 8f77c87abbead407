internal import CCurl

extension CurlTransfer {
    /// The answer, or why there is none, when libcurl has ended the transfer with `code`.
    func result(_ code: CURLcode) -> Result<HTTPClient.Response, HTTPClient.Failure> {
        guard code == CURLE_OK else { return .failure(failure(code)) }
        guard let status else {
            return .failure(failure(.malformed, "the response of \(server) has no status line", detail: ""))
        }
        // libcurl takes a connection that is closed in the middle of the head for the end of the answer.
        guard isHeadWhole else {
            return .failure(failure(.cut, "the answer of \(server) ends in its head", detail: ""))
        }
        if let problem = lengthProblem(status) { return .failure(problem) }
        return .success(HTTPClient.Response(status: status, headers: headers, body: body))
    }

    /// What is wrong with a body that is not as long as it was announced.
    ///
    /// libcurl compares the two itself, but not where the announced number is larger than it can count.
    private func lengthProblem(_ status: Int) -> HTTPClient.Failure? {
        func value(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name }?.value
        }
        guard job.request.method != "HEAD", status != 204, status != 304, value("transfer-encoding") == nil,
            let announced = value("content-length")
        else { return nil }
        if let length = Int(announced), length == body.count { return nil }
        return failure(.cut, "the response of \(server) does not have the announced length", detail: "")
    }

    /// The failure of a transfer that was ended by us.
    func cancelled() -> HTTPClient.Failure {
        let when = delivery == .notSent ? "before anything was sent" : "after the request was sent"
        return failure(.cancelled, "cancelled \(when)", detail: "")
    }

    /// Surely nothing was sent when no connection was ever made, or none of its bytes was accepted.
    private var delivery: HTTPClient.Failure.Delivery {
        if attempts == 0 { return .notSent }
        return number(CURLINFO_REQUEST_SIZE) == 0 ? .notSent : .unknown
    }

    private func number(_ info: CURLINFO) -> Int? {
        var value = 0
        return cc_get_long(easy, info, &value) == CURLE_OK ? value : nil
    }

    private var server: String {
        RequestURL(job.request.url).map { "`\($0.authority)`" } ?? "the server"
    }

    private func failure(_ code: CURLcode) -> HTTPClient.Failure {
        let own = String(cString: errorText)
        let detail = own.isEmpty ? String(cString: cc_easy_strerror(code)) : own
        if let problem = tlsProblem(code, detail) {
            var failure = failure(.tls, problem.message(about: server), detail: detail)
            failure.tlsProblem = problem
            if problem.isServersWord { failure.delivery = .notSent }
            return failure
        }
        if attempts == 0, let status = number(CURLINFO_HTTP_CONNECTCODE), status >= 300 {
            let message =
                status == 407
                ? "the proxy for \(server) requires credentials"
                : "the proxy for \(server) refused the connection (status \(status))"
            var failure = failure(.proxy, message, detail: "")
            failure.status = status
            return failure
        }
        let (kind, message) = explanation(code)
        // It was our own wish to end it, which the message says in other words.
        return failure(kind, message, detail: code == CURLE_ABORTED_BY_CALLBACK ? "" : detail)
    }

    /// What is wrong with TLS, when it is that; an answer that has begun has got through it.
    private func tlsProblem(_ code: CURLcode, _ detail: String) -> HTTPClient.TLSProblem? {
        let isTLS = [
            CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_RECV_ERROR,
            CURLE_SEND_ERROR, CURLE_SSL_ISSUER_ERROR,
        ].contains(code)
        guard isTLS, status == nil, RequestURL(job.request.url)?.isSecure == true else { return nil }
        // Without verification the result is noted as well, and nobody minds it.
        let isRejected = job.configuration.tls.isVerified && code != CURLE_RECV_ERROR && code != CURLE_SEND_ERROR
        return HTTPClient.TLSProblem(
            verification: isRejected ? number(CURLINFO_SSL_VERIFYRESULT) ?? 0 : 0, text: detail,
            hasCertificate: job.configuration.tls.certificateFile != nil)
    }

    private func failure(_ kind: HTTPClient.Failure.Kind, _ message: String, detail: String) -> HTTPClient.Failure {
        HTTPClient.Failure(kind: kind, delivery: delivery, message: message, detail: detail, status: status)
    }

    /// The time that the server had, in tenths of a second where it is longer than one.
    private var patience: String {
        let (seconds, attoseconds) = job.request.timeout.components
        let milliseconds = Int(min(max(seconds, 0), 1_000_000_000)) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
        let tenths = (milliseconds + 50) / 100
        if milliseconds < 950 { return "\(milliseconds) ms" }
        return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    }

    /// The most that is taken of a body, in MiB where that is a whole number.
    private var limit: String {
        let size = job.request.maximumBodySize
        return size >= 1 << 20 && size % (1 << 20) == 0 ? "\(size >> 20) MiB" : "\(size) bytes"
    }

    private func explanation(_ code: CURLcode) -> (HTTPClient.Failure.Kind, String) {
        switch code {
        case CURLE_URL_MALFORMAT, CURLE_LOGIN_DENIED:
            (.invalidRequest, "`\(job.request.url.visible)` is not a valid URL")
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING:
            (.malformed, "the response of \(server) is not HTTP")
        case CURLE_COULDNT_RESOLVE_HOST:
            (.nameNotResolved, "cannot resolve the host of \(server)")
        case CURLE_COULDNT_RESOLVE_PROXY:
            (.nameNotResolved, "cannot resolve the host of the proxy for \(server)")
        case CURLE_COULDNT_CONNECT, CURLE_PROXY:
            (.notConnected, "cannot connect to \(server)")
        case CURLE_PEER_FAILED_VERIFICATION:
            (.tls, "the certificate of \(server) is not trusted")
        case CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CIPHER,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CLIENTCERT:
            (.tls, "cannot open a TLS connection to \(server)")
        case CURLE_OPERATION_TIMEDOUT:
            (.timedOut, "\(server) sent no complete response in \(patience)")
        case CURLE_PARTIAL_FILE:
            (.cut, "the response of \(server) is cut off")
        case CURLE_WRITE_ERROR where isTooLarge:
            (.tooLarge, "the response of \(server) is larger than \(limit)")
        case CURLE_ABORTED_BY_CALLBACK:
            (.connectionLost, "\(server) closed an open connection without a response")
        default:
            (.connectionLost, "the connection to \(server) broke before the response was complete")
        }
    }
}
