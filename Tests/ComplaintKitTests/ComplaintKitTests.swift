import Testing

@Suite struct ComplaintKitTests {}
