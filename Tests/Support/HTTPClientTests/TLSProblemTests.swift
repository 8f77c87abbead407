import Testing

@testable import HTTPClient

@Suite struct TLSProblemTests {
    @Test(
        arguments: [
            (10, "", false, .expired), (9, "", false, .notYetValid), (18, "", false, .selfSigned),
            (19, "", false, .unknownAuthority), (20, "", true, .unknownAuthority), (62, "", false, .otherName),
            (0, "SSL: no alternative certificate subject name matches target host name 'a'", false, .otherName),
            (0, "SSL: certificate subject name 'b' does not match target host name 'a'", false, .otherName),
            (0, "error:0A00010B:SSL routines::wrong version number", false, .notSpoken),
            (0, "error:0A0000C6:SSL routines::packet length too long", false, .notSpoken),
            (0, "tlsv13 alert certificate required", false, .certificateDemanded),
            (0, "sslv3 alert handshake failure", false, .certificateDemanded),
            (0, "sslv3 alert handshake failure", true, nil),
            (0, "sslv3 alert bad certificate", false, .certificateDemanded),
            (0, "sslv3 alert bad certificate", true, .certificateRefused),
            (0, "tlsv1 alert unknown ca", true, .certificateRefused),
            (0, "Connection reset by peer", false, nil),
        ] as [(Int, String, Bool, HTTPClient.TLSProblem?)])
    func isRead(code: Int, text: String, hasCertificate: Bool, problem: HTTPClient.TLSProblem?) {
        #expect(
            HTTPClient.TLSProblem(verification: code, text: text, hasCertificate: hasCertificate) == problem)
    }
}
