import Testing

/// What pages say about other files of the project is true.
struct PageTests {
    @Test func thePagesAreFound() {
        let paths = Page.all.map(\.path)
        for page in ["README.md", "CONTRIBUTING.md", "docs/semantics.md", "plugins/console/README.md"] {
            #expect(paths.contains(page))
        }
    }

    @Test(arguments: Page.all)
    func itsLinksLeadSomewhere(_ page: Page) {
        for link in page.links {
            let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let path = parts[0].isEmpty ? page.path : resolved(parts[0], from: page.path)
            #expect(Page.exists(path), "\(link)")
            if parts.count > 1, path.hasSuffix(".md") {
                #expect(Page(path).anchors.contains(parts[1]), "\(link)")
            }
        }
    }

    @Test(arguments: Page.all)
    func theFilesItNamesExist(_ page: Page) {
        let folders = ["Sources/", "Tests/", "plugins/", "docs/", "runbooks/", "tools/"]
        for span in page.codeSpans where folders.contains(where: span.hasPrefix) {
            guard span.allSatisfy({ $0.isLetter || $0.isNumber || "/._+-".contains($0) }) else { continue }
            #expect(Page.exists(span) || Page.exists(resolved(span, from: page.path)), "\(span)")
        }
    }

    private func resolved(_ link: String, from page: String) -> String {
        var parts = page.split(separator: "/").dropLast().map(String.init)
        for part in link.split(separator: "/").map(String.init) {
            if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
