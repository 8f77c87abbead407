import SandboxWorld

/// A network in the page: its regions side by side, what joins them, and the ways of packets.
struct PageNetwork {
    private let picture: NetworkPicture

    init(_ picture: NetworkPicture) { self.picture = picture }

    /// The parts of the page.
    var text: String {
        let regions = picture.regions.map { region in
            "<section class=\"region\"><h3>\(PageText.escaped(region.name)) <span class=\"faint\">"
                + "\(PageText.escaped(region.systems.joined(separator: ", ")))</span></h3>"
                + region.items.map { item($0) }.joined() + "</section>"
        }
        let links = picture.links.map { item($0) }.joined()
        return "<h2>\(PageText.escaped(picture.title))</h2><div class=\"links\"><h3>Between the regions</h3>"
            + (links.isEmpty ? "<p class=\"faint\">Nothing joins them yet.</p>" : "<div class=\"row\">\(links)</div>")
            + "</div><div class=\"regions\">\(regions.joined())</div><h2>Ways of packets</h2>"
            + (picture.paths.isEmpty ? "<p class=\"faint\">There are no two networks to connect.</p>" : "")
            + picture.paths.enumerated().map { path($0.element, number: $0.offset) }.joined()
    }

    private func item(_ item: PictureItem) -> String {
        let name = item.name.isEmpty || item.name == item.id ? "" : " <b>\(PageText.escaped(item.name))</b>"
        let state = item.state.isEmpty ? "" : " <span class=\"state\">\(PageText.escaped(item.state))</span>"
        let details = item.details.isEmpty ? "" : "<p>\(PageText.escaped(item.details.joined(separator: " · ")))</p>"
        let parts = item.parts.isEmpty ? "" : "<div class=\"parts\">\(item.parts.map { self.item($0) }.joined())</div>"
        return "<div class=\"item \(item.tone.rawValue)\"><p>\(PageText.escaped(item.kind))\(name)\(state)</p>"
            + "<p class=\"id\">\(PageText.escaped(item.id))</p>\(details)\(parts)</div>"
    }

    private func path(_ path: PicturePath, number: Int) -> String {
        let (tone, words): (PictureTone, String) =
            switch path.isOpen {
            case true?: (.good, "connected")
            case false?: (.broken, "not connected")
            case nil: (.missing, "not complete yet")
            }
        let stops = path.hops.map { hop in
            "<li class=\"\(hop.tone.rawValue)\"><b>\(PageText.escaped(hop.title))</b>"
                + "<span>\(PageText.escaped(hop.state.isEmpty ? "not there" : hop.state))</span></li>"
        }
        let checks = path.hops.flatMap(\.checks)
        let broken = checks.filter { $0.tone != .good }
        let holding = checks.filter { $0.tone == .good }
        return "<section class=\"path\"><h3>\(PageText.escaped(path.title)) "
            + "<span class=\"badge \(tone.rawValue)\">\(words)</span></h3>"
            + "<p class=\"faint\">\(PageText.escaped(path.facts.joined(separator: " · ")))</p>"
            + "<ol class=\"way\">\(stops.joined())</ol>" + list(broken)
            + "<details id=\"checks-\(number)\"><summary>\(holding.count) conditions hold</summary>\(list(holding))"
            + "</details></section>"
    }

    private func list(_ checks: [PictureCheck]) -> String {
        if checks.isEmpty { return "" }
        let rows = checks.map { check in
            "<li class=\"\(check.tone.rawValue)\">\(PageText.code(check.id)) <span>\(words(check.tone))</span> "
                + "\(PageText.escaped(check.explanation))</li>"
        }
        return "<ul class=\"checks\">\(rows.joined())</ul>"
    }

    private func words(_ tone: PictureTone) -> String {
        switch tone {
        case .good: "holds"
        case .finding: "should be put right"
        case .missing, .building: "not yet"
        case .broken: "stops packets"
        }
    }
}
