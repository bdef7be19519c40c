/// A mail with the record of the key it is signed with.
///
/// Signature and key were made with OpenSSL 3 and dkimpy 1.1.
public enum SignedMail {
  /// The mail without its signature; blanks and lines that the canonical forms of DKIM treat differently.
  public static let mail =
    "Received: from a.example.com by b.example.org; Tue, 20 May 2025 14:32:08 +0200\r\n"
    + "From: Privacy  <privacy@example.com>\r\nTo: erin@example.org\r\nSubject:  Your\r\n\tobjection \r\n"
    + "Date: Tue, 20 May 2025 12:32:05 +0000\r\nMessage-ID: <1@example.com>\r\n\r\n"
    + "Dear  Erin, \r\n\r\nwe have\treceived it.  \r\n\r\n\r\n"

  /// Its signature, relaxed in header and body (RFC 6376, 3.4), without a line end.
  public static let signature = """
    DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.com;
     i=@example.com; q=dns/txt; s=s1; t=1795692923; h=from : to : subject :
     date : message-id; bh=OEGD3FlSAyy/kanTcvRvXuvElcLcrimTtW98JagL6aQ=;
     b=aCUWVdymMVG7xoo71lmVx0L9kq0ELCh8qs+UVSgH+q2wlQJHDY6gE0FJMHKYGLXbsU8RU
     7fWzrk9Zw/RBCGHiAPBf8ua12oQapdpyOjj7cEFSQji440lNmuXFN6rCnYQUmUJxEe1d9K2
     DY1kUkk3yp9PsMzSM5l04CY7qs1XyZA=
    """

  /// The mail as it was transmitted.
  public static let signed = signature.replacing("\n", with: "\r\n") + "\r\n" + mail

  /// The record of the key, `s1._domainkey.example.com`.
  public static let record =
    "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQC0BXbVlCrCycPQ36qnbZZURAVNO43IOsF+Xd2+y1Yd05NyhEFvawzxNP82q+rD"
    + "EkqHtAxawLF9pCuEAdGNFnUhqKkCiZ1qs7HJ1o1w6jTtuvf+jbnGHuX+ha5DvXGU+w+SqGVoQ29FFxClHylpsdMKewvJzQr5n43jUMkoiTv5swIDAQAB"
}
