/// The phrases of page furniture, one a line, in small letters without punctuation.
///
/// Collected from the usual labels of press releases, news sites and government sites; none belongs to one publisher.
enum FurnitureWords {
  /// What opens a credit line, before "by".
  static let credits: Set<String> = [
    "reporting", "editing", "writing", "compiled", "photo", "photos", "photograph", "image", "images", "picture",
    "additional", "edited", "written", "reported",
  ]

  /// Phrases that are furniture when they are the whole line.
  private static let lines = phrases(
    """
    press release
    news release
    media release
    media statement
    press statement
    press notice
    press room
    press releases
    news releases
    press office
    newsroom
    news
    latest news
    statement
    for immediate release
    for immediate use
    for release
    immediate release
    not for immediate release
    embargoed
    end
    ends
    notes to editors
    notes for editors
    note to editors
    print
    print this page
    print version
    printer friendly
    printer friendly version
    printable version
    email
    email this page
    email to a friend
    share
    share this
    share this page
    share this article
    share on facebook
    share on twitter
    share on x
    share on linkedin
    facebook
    twitter
    linkedin
    whatsapp
    instagram
    youtube
    rss
    tweet
    like
    follow us
    follow us on twitter
    home
    homepage
    menu
    main menu
    navigation
    site map
    sitemap
    search
    filter by
    sort by
    skip to content
    skip to main content
    skip navigation
    skip to navigation
    back
    back to top
    top of page
    top
    return
    return to top
    return to list
    next
    previous
    next page
    previous page
    next article
    previous article
    read more
    more
    learn more
    continue reading
    see also
    related
    related articles
    related content
    related links
    related stories
    related topics
    recommended
    most read
    most popular
    trending
    topics
    tags
    categories
    archive
    archives
    about
    about us
    contact
    contacts
    contact us
    media contact
    media contacts
    press contact
    press contacts
    help
    faq
    login
    log in
    log out
    sign in
    sign up
    register
    subscribe
    subscribe now
    subscribe to our newsletter
    newsletter
    comments
    leave a comment
    no comments
    advertisement
    advertising
    sponsored
    sponsored content
    cookies
    cookie policy
    cookie settings
    accept cookies
    privacy
    privacy policy
    privacy statement
    terms
    terms of use
    terms of service
    terms and conditions
    disclaimer
    accessibility
    copyright
    all rights reserved
    legal notice
    close
    loading
    view all
    show more
    download
    download pdf
    listen
    watch
    video
    photos
    gallery
    english
    français
    español
    deutsch
    """)

  /// Phrases that are furniture when a short line opens with them.
  private static let openings = phrases(
    """
    contact
    contacts
    media contact
    media contacts
    press contact
    press contacts
    press office contact
    media inquiries
    media enquiries
    press inquiries
    press enquiries
    for more information contact
    for more information please contact
    for more information visit
    for more information please visit
    for more information call
    for further information contact
    for further information please contact
    for further information visit
    for media inquiries
    for media enquiries
    for press inquiries
    for interviews contact
    tel
    telephone
    phone
    fax
    email
    e mail
    twitter
    facebook
    website
    copyright
    click here
    to listen to
    to unsubscribe
    photo credit
    image credit
    follow us on
    follow @
    sign up for
    subscribe to
    share this
    filed under
    tagged
    posted in
    embargoed until
    embargo
    under embargo until
    for release
    for immediate release
    release id
    reference number
    document number
    media release no
    press release no
    news release no
    """)

  private static let longestPhrase = 6
  /// A line with more words than this is a sentence, whatever opens it.
  private static let longestOpenedLine = 16
  /// Openings that are common words too must be set off from the rest, as `Contact: …` is.
  private static let labels: Set<String> = [
    "contact", "contacts", "tel", "telephone", "phone", "fax", "email", "twitter", "facebook", "website",
    "copyright", "embargo", "tagged",
  ]

  /// The words of a folded line without the punctuation around them; a word keeps a colon behind it.
  static func words(of line: String) -> [String] {
    line.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\u{A0}" || $0 == "-" }.compactMap { word in
      let core = word.drop { !$0.isLetter && !$0.isNumber && $0 != "@" }
      guard let last = core.lastIndex(where: { $0.isLetter || $0.isNumber }) else { return nil }
      return core[core.index(after: last)...].contains(":") ? core[...last] + ":" : String(core[...last])
    }
  }

  /// Whether the words are one phrase of furniture and nothing else.
  static func isWholeLine(_ words: [String]) -> Bool {
    words.count <= longestPhrase && lines.contains(words.map(bare).joined(separator: " "))
  }

  /// Whether a short line opens with a phrase of furniture.
  static func isOpening(_ words: [String]) -> Bool {
    guard words.count <= longestOpenedLine else { return false }
    for count in 1...longestPhrase where count <= words.count {
      let phrase = words.prefix(count).map(bare).joined(separator: " ")
      guard openings.contains(phrase) else { continue }
      if !labels.contains(phrase) || words[0].hasSuffix(":") || words.count == 1 { return true }
    }
    return false
  }

  private static func bare(_ word: String) -> String { word.hasSuffix(":") ? String(word.dropLast()) : word }

  private static func phrases(_ list: String) -> Set<String> { Set(list.split(separator: "\n").map(String.init)) }
}
