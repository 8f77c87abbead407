internal import CCurl

/// One request on its way: libcurl's handle and what its callbacks have collected.
final class CurlTransfer {
    let job: CurlLoop.Job
    let easy: UnsafeMutableRawPointer

    /// Lists and buffers that libcurl reads or writes until the handle is reset.
    var lists: [UnsafeMutablePointer<curl_slist>] = []
    let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))

    var status: Int?
    /// Whether the empty line came that ends the head of an answer.
    var isHeadWhole = false
    var headers: [HTTPClient.Header] = []
    var body: [UInt8] = []
    /// How often libcurl was about to send the request; more than once is a repetition on another connection.
    var attempts = 0
    var isTooLarge = false

    init(job: CurlLoop.Job, easy: UnsafeMutableRawPointer) {
        self.job = job
        self.easy = easy
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    }

    deinit { errorText.deallocate() }

    /// Frees the lists, once the handle no longer uses them.
    func release() {
        for list in lists { cc_slist_free_all(list) }
        lists = []
    }

    /// The job's id, as `prepare` noted it in the handle.
    static func id(of easy: UnsafeMutableRawPointer) -> Int? {
        var value: UnsafeMutableRawPointer?
        guard cc_get_pointer(easy, CURLINFO_PRIVATE, &value) == CURLE_OK else { return nil }
        return Int(bitPattern: value)
    }

    // MARK: - Callbacks

    /// Called when a connection is open and the request is about to be sent; returns whether it may.
    func beginSending() -> Bool {
        attempts += 1
        return attempts == 1 || job.request.isRepeatable
    }

    /// Takes one line of the response's head; returns whether there is room for the body that it announces.
    func receiveHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        let text = String(decoding: line, as: UTF8.self).trimmingLineEnd()
        if text.hasPrefix("HTTP/") {
            headers = []
            body = []
            isHeadWhole = false
            status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        } else if text.isEmpty {
            isHeadWhole = true
        } else if body.isEmpty, let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
            let value = text[text.utf8.index(after: colon)...]
            let header = HTTPClient.Header(String(text[..<colon]), String(value.drop { $0 == " " || $0 == "\t" }))
            headers.append(header)
            if header.name.lowercased() == "content-length", job.request.method != "HEAD",
                let length = Int(header.value), length > job.request.maximumBodySize, length < CurlTransfer.unbelievable
            {
                isTooLarge = true
            }
        }
        return !isTooLarge
    }

    /// A length that no body has: what comes is shorter, and that is what is reported.
    private static let unbelievable = 1 << 50

    /// Takes a piece of the body; returns whether there is room for it.
    func receiveBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard body.count + bytes.count <= job.request.maximumBodySize else {
            isTooLarge = true
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }
}

extension String {
    /// The text without spaces, tabs, CR and LF at its end.
    fileprivate func trimmingLineEnd() -> String {
        var bytes = utf8[...]
        while let last = bytes.last, [0x20, 0x09, 0x0D, 0x0A].contains(last) { bytes = bytes.dropLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
