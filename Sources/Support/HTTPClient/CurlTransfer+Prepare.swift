internal import CCurl
import Glibc

extension CurlTransfer {
    /// Sets libcurl's options for the request; returns why it cannot be sent.
    func prepare() -> HTTPClient.Failure? {
        let request = job.request
        guard let url = RequestURL(request.url) else {
            return invalid(
                "`\(request.url.visible)` is not a valid URL: it must start with `http://` or `https://`, and "
                    + "have no user"
            )
        }
        if let failure = checkTexts() ?? checkFiles() { return failure }

        set(CURLOPT_PRIVATE, UnsafeMutableRawPointer(bitPattern: job.id))
        set(CURLOPT_ERRORBUFFER, UnsafeMutableRawPointer(errorText))
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1)
        set(CURLOPT_PATH_AS_IS, 1)
        set(CURLOPT_HTTP_VERSION, 2)  // CURL_HTTP_VERSION_1_1: HTTP/2 repeats refused streams by itself
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        set(CURLOPT_TIMEOUT_MS, request.timeout.wholeMilliseconds)
        setCallbacks()
        setConnection(url)
        setMessage(url)
        return nil
    }

    private func setCallbacks() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        set(CURLOPT_WRITEDATA, context)
        set(CURLOPT_HEADERDATA, context)
        set(CURLOPT_PREREQDATA, context)
        _ = cc_set_data_callback(easy, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let transfer = CurlTransfer.from(context) else { return 0 }
            let length = size * count
            return transfer.receiveBody(UnsafeRawBufferPointer(start: bytes, count: length)) ? length : -1
        }
        _ = cc_set_data_callback(easy, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let transfer = CurlTransfer.from(context) else { return 0 }
            let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
            return transfer.receiveHeader(line) ? size * count : -1
        }
        _ = cc_set_prereq_callback(easy) { context, _, _, _, _ in
            guard let transfer = CurlTransfer.from(context) else { return 1 }
            return transfer.beginSending() ? 0 : 1
        }
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
        context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Where to connect, through what, and whom to trust.
    private func setConnection(_ url: RequestURL) {
        let configuration = job.configuration
        let tls = configuration.tls
        if let name = tls.serverName, url.isSecure {
            // libcurl verifies against the URL's host only: so the URL names the server and the connection goes
            // elsewhere.
            set(CURLOPT_URL, url.replacingHost(with: name))
            set(CURLOPT_CONNECT_TO, [":\(url.port):\(url.host):\(url.port)"])
        } else {
            set(CURLOPT_URL, url.text)
        }
        switch configuration.proxy {
        case .url(let proxy, let credentials) where !url.isLoopback:
            set(CURLOPT_PROXY, proxy)
            if let credentials {
                set(CURLOPT_PROXYAUTH, 1)  // CURLAUTH_BASIC
                set(CURLOPT_PROXYUSERNAME, credentials.user)
                set(CURLOPT_PROXYPASSWORD, credentials.password)
            }
            // Headers of the request, such as `Authorization`, do not concern the proxy in a CONNECT.
            set(CURLOPT_HEADEROPT, 1)  // CURLHEADER_SEPARATE
        case .environment where !url.isLoopback: break
        default: set(CURLOPT_PROXY, "")
        }
        set(CURLOPT_SSLVERSION, 6)  // CURL_SSLVERSION_TLSv1_2 or newer
        set(CURLOPT_SSL_VERIFYPEER, tls.isVerified ? 1 : 0)
        set(CURLOPT_SSL_VERIFYHOST, tls.isVerified ? 2 : 0)
        if let file = tls.authorityFile { set(CURLOPT_CAINFO, file) }
        if let file = tls.certificateFile { set(CURLOPT_SSLCERT, file) }
        if let file = tls.keyFile ?? tls.certificateFile { set(CURLOPT_SSLKEY, file) }
        if let credentials = configuration.credentials {
            set(CURLOPT_HTTPAUTH, 1)  // CURLAUTH_BASIC
            set(CURLOPT_USERNAME, credentials.user)
            set(CURLOPT_PASSWORD, credentials.password)
        }
    }

    /// Method, headers and body; the method last, for libcurl changes it with each of the others.
    private func setMessage(_ url: RequestURL) {
        let request = job.request
        let names = Set(request.headers.map { $0.name.lowercased() })
        var lines = ["Expect:"]
        if job.configuration.tls.serverName != nil, url.isSecure, !names.contains("host") {
            lines.append("Host: \(url.authority)")
        }
        if !names.contains("content-type") { lines.append("Content-Type:") }
        // A header without a value is written with a semicolon, else libcurl takes it for "leave this one out".
        lines += request.headers.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        set(CURLOPT_HTTPHEADER, lines)

        if request.method == "HEAD" {
            set(CURLOPT_NOBODY, 1)
            return
        }
        if request.body != nil || ["POST", "PUT", "PATCH"].contains(request.method) {
            let body = request.body ?? []
            _ = cc_set_size(easy, CURLOPT_POSTFIELDSIZE_LARGE, Int64(body.count))
            body.withUnsafeBytes { bytes in
                // An empty array may have no address, and without one libcurl would read the body from a callback.
                if let start = bytes.baseAddress, !bytes.isEmpty {
                    set(CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: start))
                } else {
                    set(CURLOPT_COPYPOSTFIELDS, "")
                }
            }
        } else {
            set(CURLOPT_HTTPGET, 1)
        }
        set(CURLOPT_CUSTOMREQUEST, request.method)
    }

    // MARK: - Checks

    /// Refuses what would smuggle a second line into the request's head, or end a C string early.
    private func checkTexts() -> HTTPClient.Failure? {
        let request = job.request
        guard !request.method.isEmpty, request.method.utf8.allSatisfy({ $0.isTokenByte }) else {
            return invalid("`\(request.method.visible)` is not a method")
        }
        if request.method == "HEAD", request.body != nil {
            return invalid("a HEAD request cannot have a body")
        }
        for header in request.headers {
            guard !header.name.isEmpty, header.name.utf8.allSatisfy({ $0.isTokenByte }) else {
                return invalid("`\(header.name.visible)` is not a header's name")
            }
            guard !header.value.utf8.contains(where: { $0 == 0 || $0 == 0x0A || $0 == 0x0D }) else {
                return invalid("the value of header `\(header.name)` has a line break or NUL in it")
            }
        }
        var users = [job.configuration.credentials]
        if case .url(_, let credentials) = job.configuration.proxy { users.append(credentials) }
        for credentials in users.compactMap(\.self) {
            guard !credentials.user.contains(":"), !(credentials.user + credentials.password).utf8.contains(0) else {
                return invalid("a user's name cannot have a colon, and neither it nor the password a NUL in it")
            }
        }
        return nil
    }

    /// Looks at the TLS files itself: a kept connection is used again although the new request's key file is gone.
    private func checkFiles() -> HTTPClient.Failure? {
        let tls = job.configuration.tls
        let files = [("authority", tls.authorityFile), ("certificate", tls.certificateFile), ("key", tls.keyFile)]
        for case (let what, let file?) in files {
            guard let reason = CurlTransfer.problem(with: file) else { continue }
            return HTTPClient.Failure(
                kind: .unusable, delivery: .notSent, message: "the TLS \(what) file `\(file.visible)` cannot be read",
                detail: reason)
        }
        return nil
    }

    /// Why a file cannot be read; libcurl would wait at a pipe for ever, and all transfers with it.
    private static func problem(with file: String) -> String? {
        var status = stat()
        guard stat(file, &status) == 0, access(file, R_OK) == 0 else { return String(cString: strerror(errno)) }
        return status.st_mode & S_IFMT == S_IFREG ? nil : "it is not a regular file"
    }

    private func invalid(_ message: String) -> HTTPClient.Failure {
        HTTPClient.Failure(kind: .invalidRequest, delivery: .notSent, message: message)
    }

    // MARK: - Options

    private func set(_ option: CURLoption, _ value: Int) { _ = cc_set_long(easy, option, value) }

    private func set(_ option: CURLoption, _ value: String) { _ = cc_set_string(easy, option, value) }

    private func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) {
        _ = cc_set_pointer(easy, option, value)
    }

    private func set(_ option: CURLoption, _ lines: [String]) {
        let list = lines.reduce(nil as UnsafeMutablePointer<curl_slist>?) { cc_slist_append($0, $1) ?? $0 }
        if let list { lists.append(list) }
        set(option, UnsafeMutableRawPointer(list))
    }
}

extension UInt8 {
    /// Whether the byte may be in a token of HTTP (RFC 9110, section 5.6.2).
    fileprivate var isTokenByte: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(self)
        }
    }
}

extension Duration {
    /// The duration in milliseconds, at least one and rounded up, for libcurl takes 0 as "for ever".
    fileprivate var wholeMilliseconds: Int {
        let parts = components
        let milliseconds = parts.seconds.multipliedReportingOverflow(by: 1000)
        guard !milliseconds.overflow, parts.seconds < 1_000_000_000 else { return 1_000_000_000_000 }
        return max(
            1, Int(milliseconds.partialValue + (parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
    }
}
