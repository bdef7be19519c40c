/// Prose to set, long enough to have hard places.
enum Texts {
  static let german = """
    Die beschwerdeführende Partei hat der Verarbeitung ihrer personenbezogenen Daten zu Zwecken der Entwicklung und \
    Verbesserung von Künstlicher Intelligenz am 20. Mai 2025 über das von der Verantwortlichen bereitgestellte \
    Widerspruchsformular widersprochen. Nach Art. 21 Abs. 1 Satz 2 DSGVO verarbeitet die Verantwortliche die \
    personenbezogenen Daten nicht mehr, es sei denn, sie kann zwingende schutzwürdige Gründe für die Verarbeitung \
    nachweisen, die die Interessen, Rechte und Freiheiten der betroffenen Person überwiegen. Einen solchen Nachweis hat \
    sie nicht geführt; die automatisierte Bestätigung vom selben Tag beschränkt den Widerspruch auf öffentliche Inhalte \
    und lässt offen, was mit bereits verwendeten Daten geschieht.
    """
  static let english = """
    The complainant objected to the processing of her personal data for the development and improvement of artificial \
    intelligence at the respondent on 20 May 2025 by means of the objection form which the respondent had made \
    available for that purpose. Under the second sentence of Article 21(1) GDPR the controller shall no longer process \
    the personal data unless it demonstrates compelling legitimate grounds for the processing which override the \
    interests, rights and freedoms of the data subject. No such grounds have been demonstrated; the acknowledgement \
    of the same day confines the objection to public content and leaves open what becomes of data already used.
    """
  static let french = """
    La partie plaignante s’est opposée, le 20 mai 2025, au traitement de ses données à caractère personnel aux fins du \
    développement et de l’amélioration de l’intelligence artificielle au moyen du formulaire d’opposition mis à \
    disposition par la responsable du traitement. En vertu de l’article 21, paragraphe 1, deuxième phrase, du RGPD, le \
    responsable du traitement ne traite plus les données à caractère personnel, à moins qu’il ne démontre qu’il existe \
    des motifs légitimes et impérieux pour le traitement qui prévalent sur les intérêts et les droits et libertés de la \
    personne concernée.
    """
}
