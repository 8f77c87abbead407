internal import CMicroHTTPD
import Glibc

/// libmicrohttpd with one thread that polls.
///
/// Not with epoll: there a client that sends part of a request and closes is noticed only at the time-out (0.9.75).
struct Daemon: Sendable {
    /// The daemon's address; a pointer would not be Sendable.
    private let address: UInt
    private let listener: Int32
    private let dispatcher: Unmanaged<Dispatcher>

    /// Starts to serve; the listener is closed by `stop`.
    init?(listener: Int32, idleTimeout: Int, identity: HTTPServer.Identity? = nil, dispatcher: Dispatcher) {
        self.listener = listener
        self.dispatcher = .passRetained(dispatcher)
        // A call-back for the target makes the exchange, for only there the target is raw.
        let beginExchange:
            @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, OpaquePointer?)
                -> UnsafeMutableRawPointer? = { _, target, _ in
                    Unmanaged.passRetained(Exchange(target: target.map { String(cString: $0) } ?? "")).toOpaque()
                }
        let leaveEscaped:
            @convention(c) (UnsafeMutableRawPointer?, OpaquePointer?, UnsafeMutablePointer<CChar>?) -> Int =
                { _, _, text in text.map { strlen($0) } ?? 0 }
        let endExchange: MHD_RequestCompletedCallback = { context, connection, slot, _ in
            guard let context, let pointer = slot?.pointee else { return }
            let exchange = Unmanaged<Exchange>.fromOpaque(pointer)
            Unmanaged<Dispatcher>.fromOpaque(context).takeUnretainedValue().finished(
                exchange.takeUnretainedValue(), Connection(pointer: connection))
            exchange.release()
            slot?.pointee = nil
        }
        let noteConnection: MHD_NotifyConnectionCallback = { context, connection, _, event in
            guard let context else { return }
            let dispatcher = Unmanaged<Dispatcher>.fromOpaque(context).takeUnretainedValue()
            let socket = Connection(pointer: connection).socket
            // The other event is the end.
            if event == MHD_ConnectionNotificationCode(rawValue: 0) {
                dispatcher.connections.opened(socket)
            } else {
                dispatcher.connections.closed(socket)
            }
        }
        let context = self.dispatcher.toOpaque()
        var options = [
            MHD_OptionItem(option: .LISTEN_SOCKET, value: Int(listener), ptr_value: nil),
            MHD_OptionItem(option: .CONNECTION_TIMEOUT, value: idleTimeout, ptr_value: nil),
            // Never reached: the table of connections makes room before.
            MHD_OptionItem(option: .CONNECTION_LIMIT, value: dispatcher.connections.limit * 4 + 64, ptr_value: nil),
            MHD_OptionItem(option: .CONNECTION_MEMORY_LIMIT, value: 65536, ptr_value: nil),
            MHD_OptionItem(
                option: .URI_LOG_CALLBACK, value: unsafeBitCast(beginExchange, to: Int.self), ptr_value: nil),
            MHD_OptionItem(
                option: .UNESCAPE_CALLBACK, value: unsafeBitCast(leaveEscaped, to: Int.self), ptr_value: nil),
            MHD_OptionItem(
                option: .NOTIFY_COMPLETED, value: unsafeBitCast(endExchange, to: Int.self), ptr_value: context),
            MHD_OptionItem(
                option: .NOTIFY_CONNECTION, value: unsafeBitCast(noteConnection, to: Int.self), ptr_value: context),
        ]
        // Read while the daemon starts, and not later.
        let texts = [identity?.privateKey, identity?.certificate].map { $0.flatMap { strdup($0) } }
        defer { for text in texts { free(text) } }
        if identity != nil {
            options.append(MHD_OptionItem(option: .HTTPS_MEM_KEY, value: 0, ptr_value: texts[0]))
            options.append(MHD_OptionItem(option: .HTTPS_MEM_CERT, value: 0, ptr_value: texts[1]))
        }
        options.append(MHD_OptionItem(option: .END, value: 0, ptr_value: nil))
        let flags =
            MHD_USE_POLL_INTERNAL_THREAD.rawValue | MHD_ALLOW_SUSPEND_RESUME.rawValue
            | MHD_USE_SUPPRESS_DATE_NO_CLOCK.rawValue | (identity == nil ? 0 : MHD_USE_TLS.rawValue)
        let daemon = runbook_mhd_start(
            flags,
            { context, connection, _, method, _, piece, count, slot in
                guard let context, let exchange = slot?.pointee else { return .NO }
                return Unmanaged<Dispatcher>.fromOpaque(context).takeUnretainedValue().advance(
                    Unmanaged<Exchange>.fromOpaque(exchange).takeUnretainedValue(), Connection(pointer: connection),
                    method: method, piece: piece, count: count)
            }, context, &options)
        guard let daemon else {
            self.dispatcher.release()
            return nil
        }
        address = UInt(bitPattern: daemon)
    }

    /// Refuses new connections from now on; those that are open continue.
    func quiesce() {
        _ = MHD_quiesce_daemon(OpaquePointer(bitPattern: address))
        // The kernel would still take connections into the backlog.
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// Closes all connections and returns when the thread has ended; no connection may be suspended.
    func stop() async {
        // The call blocks, and the threads of Swift's pool must not.
        await withCheckedContinuation { continuation in
            BackgroundThread.run { [address] in
                MHD_stop_daemon(OpaquePointer(bitPattern: address))
                continuation.resume()
            }
        }
        close(listener)
        dispatcher.release()
    }
}
