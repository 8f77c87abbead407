/// Bodies that differ between the emulator and the real pair on this kind of machine, and why.
enum RealServerExceptions {
    private static let socket = "the pair speaks plain sockets, which name no address in the cause; the recording does"
    private static let others = "the percentage counts the indices of everybody on the pair"
    private static let order = "the server lists the indices in the order of a hash map"

    static let reasons = [
        "follower GET /emu_b:emu_a/_search": socket, "follower GET /emu_*:emu_a/_search": socket,
        "leader GET /_cluster/health/emu_s?wait_for_status=green&timeout=1ms": others,
        "leader GET /_cluster/health/emu_a?level=shards": others,
        "leader PUT /emu_lb/_alias/emu_3": order, "leader PUT /emu_le": order,
    ]
}
