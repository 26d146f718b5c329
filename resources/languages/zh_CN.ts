<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>akool/codes.py</name>
    <message>
        <source>Paste the key again. A new one is made on akool.com, under API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask Akool about this account, or choose another account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle it on akool.com, or choose another account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Book a shorter session, end one that is still running, or top up the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a minute, then try again. If it stays busy, choose another avatar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what Akool says above and change that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an avatar from the list: some ids work for videos only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another voice, or leave the voice empty: then the avatar uses its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another background, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the knowledge base from the list, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a minute. If it comes back, show Akool’s support what it said above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting is missing or not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account must be verified first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked too often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quota is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many faces to change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool cannot find what was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account may not do that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That cannot be done now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That has been done already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool wants the sound inside the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool does not have what was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not process the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not swap the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool made no sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is wrong or has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key reached Akool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment is due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not enough credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not prepare the avatar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not read the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool does not know this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not prepare the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool lost touch with the avatar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not prepare the voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account is blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not make the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video is in that language already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool wants a video with sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not make the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not change the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not read the video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool cannot use this kind of video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video has too many frames a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not match lips and sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not read the mood of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs a subscription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar is still being prepared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool is busy with other sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool does not have this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool lost touch with the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not run the session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session has ended already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not take the avatar’s video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account has no subscription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more avatars may be uploaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool does not have this knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A knowledge base of that name exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not make the knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not change the knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool could not open the knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the account’s base URL: this may be another server’s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not let this account in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing answers at this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show Akool’s support what it said above.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>akool/connections.py</name>
    <message>
        <source>The list of trusted certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system’s proxy setting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>akool/errors.py</name>
    <message>
        <source>No. Nothing left this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool refused the session: {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool did not end the session: {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool refused to answer: {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not any more: the session is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. No session was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session may have been started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not confirmed: may still cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{advice} Then end the session again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. This only asks, and asking is free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may still: the session may be running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have: a session may be running that is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for it under Sessions first: creating again could pay for two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End the session again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>akool/faults.py</name>
    <message>
        <source>Check the network, and the proxy if this computer uses one; then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the account’s base URL and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network does not know the name {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to {host} was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to {host} came about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to {host} came about in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not prove who it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of {host}, so the key was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer’s date. If your company reads its network traffic, ask there for its certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No safe connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} and this computer could not agree on a safe connection, so the key was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy said no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy between this computer and {host} did not let the request pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check this computer’s proxy settings, the proxy’s user name and password among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting of this computer is in the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{setting} holds something that cannot be used here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct or remove it, then start this program again. SOCKS proxies cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key goes to https addresses only (http on this computer alone), with no user name or query in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the account’s base URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account’s key is empty, or holds characters that no key has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was sent, and no complete answer came within {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was sent, and the connection broke before a complete answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address leads elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server wanted the request sent on to {target}. It was not, so that the key goes nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web page came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web page came instead of an answer: the network’s sign-in page, perhaps, or not Akool’s address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open any web page to see whether the network wants a sign-in, and check the account’s base URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer makes no sense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came back is not the kind of answer that Akool gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {megabytes} MB came back; reading stopped there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not answer: {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool says that a session was started, but not which.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>akool/web.py</name>
    <message>
        <source>{host} sent something that is no picture (PNG, JPEG, GIF or WebP).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sent something that cannot be played here (MP3, WAV, FLAC or Ogg can).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a link that can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link leads to this computer or to its own network, which is not asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} answers with HTTP {status}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sends the request on and on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link leads on to something that is not a web address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} sends more than {megabytes} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} and this computer could not agree on a safe connection.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk/accounts.py</name>
    <message>
        <source>The keyring is waiting for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer's keyring, which keeps the key, asks to be unlocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it in the window it has opened, then try again. Or paste the key into the account once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is not here any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session was created on {account}, which has been removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may: the session may still be running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the account again, or end the session at Akool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No key for {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer's keyring holds no key for this account, or could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the account and paste its key once more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk/catalogue.py</name>
    <message>
        <source>Not in the list read {when}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{state}, own voice {voice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on {day} at {time}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk/check_lines.py</name>
    <message>
        <source>{what}: not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{credits} credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Buy credits at Akool, or choose another account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool holds some in advance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will be held is known after the first session of this length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{held} were held for {length} the last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the session shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not say what time it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer's clock is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer's clock is {span} ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer's clock is {span} behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set it: whether a token is still good is read from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is not in the account's list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one, or compare the ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another, or try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is ready to stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} can be streamed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} {name} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link leads to a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link leads to a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link leads to no picture or video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the link of the file itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link does not lead to a picture or video that anyone can open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in a browser to see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{token} does not fit this session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ElevenLabs key looks like one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look like an ElevenLabs key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again from your profile there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ElevenLabs did not say: HTTP {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ElevenLabs does not know this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ElevenLabs knows this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} letters are left there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up the account there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other session is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 session is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sessions are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool allows only so many at once, and each holds credits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End what is not needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock it in the window it has opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network does not know {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the name, letter by letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{server} not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This network could not see the session.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk/checks.py</name>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer's clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It speaks {tongue}; the session's language is {language}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server of {vendor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered within {seconds} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unexpected fault of this program: {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell whoever looks after the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. A check only asks, and asking is free.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk/lists.py</name>
    <message>
        <source>Ready to stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still being made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does not stream</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk/preset_differences.py</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked for at launch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk/presets.py</name>
    <message>
        <source>{why} What you had not saved is here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no preset and no file named {name}. The presets are in {folder}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the preset a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret “{key}” was left out: the form has no such setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} presets are named {name}. Give one of their files instead: {files}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk/sessions.py</name>
    <message>
        <source>No usable answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool has not confirmed the end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk/strays.py</name>
    <message>
        <source>The program stopped before the answer came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program stopped before the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for at Akool and not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This session is in the list already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session {id} belongs to another row by now, so it is not the one that was looked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may: one more session may be running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk/transfer.py</name>
    <message>
        <source>{file}: it is nested too deep for a preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is here already, just as it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be imported: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} could not be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is not in this computer's keyring. Enter it once; saving keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} {id} is not in the account's list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is here already and says something else. What came is {kept}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} imported as {kept}: there is another preset of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A secret stood in it in clear; it is kept apart from the file now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 preset exported to {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} presets exported to {place}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{exported} No secret is in it: whoever imports it enters their own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>desk/withdrawn.py</name>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request was stopped before it left this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing more to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request had left already, but Akool refused it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled, and the session ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request had left already, and Akool started session {id}. It was ended at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most a few seconds. Akool gives the unused part back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled, but the session may be running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request had left already, and Akool started session {id}. Its end is not confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Try again beside the session until its end is confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>practice/failures.py</name>
    <message>
        <source>1003 Parameter error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool refuses a setting of the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1004 Requires verification</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool wants the account verified first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1005 Frequent operation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool says that requests come too fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1006 Insufficient quota</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account's quota is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1008 Content does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that the request names is gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1009 Permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account may not do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1010 Cannot be operated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool says that this cannot be done now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1011 Has been operated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool says that this was done already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1014 Resource does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar, or something else that is named, is unknown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1101 Illegal or expired token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool does not accept the key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1102 Token empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool found no key in the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1103 Not paid or overdue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A bill of the account is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1104 Insufficient credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has too few credits for the length asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1105 Avatar processing error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar could not be prepared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1109 Account does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool does not know the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1111 Avatar callback error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool's own report on the avatar failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1112 Voice processing error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The voice could not be prepared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1200 Account blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool has blocked the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1206 Background change error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The background could not be put in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1213 Requires a subscription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only subscribers may do this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1214 Live avatar in processing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar is still being prepared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1215 Live avatar busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All places are taken, or the avatar is in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1216 Live avatar session does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool does not know the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1217 Live avatar callback error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool's own report on the session failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1218 Live avatar processing error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session could not be prepared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1219 Live avatar closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool says that the session is closed already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1220 Live avatar upload error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar's own video could not be taken in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1221 Account not subscribed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has no subscription.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1222 Resource already exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool has something of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1223 Live avatar upload exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has as many own avatars as it may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1232 Knowledge base not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool does not know the knowledge base.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1007 Too many faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool was to change more faces than it may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1013 Use the video's audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool wants the sound that is in the video.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1015 Video processing error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A video could not be processed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1016 Face swapping error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A face could not be swapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1017 Audio not created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound came about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1108 Image processing error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture could not be processed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1110 Audio processing error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sound could not be processed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1201 Create audio error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sound could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1202 Same language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The video is in the wanted language already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1203 Video without audio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool wants a video with sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1204 Duration exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A video is longer than a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1205 Create video error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A video could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1207 Size exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file is larger than 300 MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1208 Video parsing error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A video could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1209 Encoding not supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A video is of a kind that Akool does not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1210 Frame rate exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A video has too many frames a second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1211 Lip sync error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lips and sound could not be matched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1212 Sentiment analysis fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mood of a text could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1233 Knowledge base exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A knowledge base of that name is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1234 Knowledge base not created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A knowledge base could not be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1235 Knowledge base not updated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A knowledge base could not be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1236 Knowledge base detail error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A knowledge base could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is booked; the answer comes after 20 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is booked; no answer ever comes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut before booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection is cut; no session is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut after booking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is booked; the connection is cut within the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A gateway answers 502 with a web page; no session is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is JSON of another shape; no session is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is booked; the answer says so and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Huge answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is 50 MB long; no session is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redirect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer points to another address; no session is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP 401</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is refused by status line alone; no session is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP 429</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many requests, come back in 30 seconds; no session is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP 500</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service breaks down; no session is booked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The session is booked, fails after waiting in line, and costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>session/fields.py</name>
    <message>
        <source>Avatar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scene mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool does not say which voice wins when fast dialogue and ElevenLabs are both on. Try it before a show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes a background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes no background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because this avatar brings its own background. They come back when you choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose face speaks. Choose one of your account's avatars, or paste an avatar ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This avatar brings its own background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background picture or video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional. A link anyone can open. History keeps it as it is, signature and all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional. A voice of your account's list; the avatar's own voice while this is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ID of a voice in your ElevenLabs account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ElevenLabs is on: enter the ID of an ElevenLabs voice here, or Akool may use another voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both Voice and Voice from a link are set. Akool does not say which one wins; keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This voice speaks another language than the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This voice and the avatar differ in gender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voice from a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional. The link of a custom voice model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast dialogue voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast dialogue has its own voices; those of the voice list do not work there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaking speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 0.80, slow, to 1.20, fast.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say words as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word as it is written, and how it shall be said: akool → ai ku er.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use my ElevenLabs account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speak with a voice of your own ElevenLabs account, on its bill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ElevenLabs API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From your ElevenLabs profile. It is sent to Akool with the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ElevenLabs model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, lively, to 1, even.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Similarity boost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, loose, to 1, close to the original voice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0, plain, to 1, exaggerated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaker boost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>says exactly what it is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retelling with fast dialogue: fast dialogue listens to voices only, so there may be nothing to retell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language code of the session, such as en or zh-CN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional. Documents that the avatar answers from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Retelling the avatar says what it is sent, so the knowledge base may not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the usual way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast dialogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quicker answers, voice input only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End-to-end engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech recognition language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Optional. The language people will speak; it makes recognition more accurate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech recognition engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI Realtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OpenAI Realtime may answer by itself, even in Retelling.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn detection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server VAD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after a silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semantic VAD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>when the sentence sounds finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the avatar notices that a person has finished speaking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Higher needs louder speech: better in a noisy hall.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Audio kept before speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence before the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorter answers sooner, and interrupts sooner.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LiveKit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRTC (Tencent)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool's room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agora UID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar's number in the channel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agora App ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agora channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agora token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the avatar, not for viewers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LiveKit server URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LiveKit token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LiveKit room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LiveKit server identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LiveKit client identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRTC SDKAppID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRTC room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRTC user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar's user ID in the room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TRTC UserSig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes and seconds, up to 60:00. Credits for all of it are held in advance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length not known: Akool decides when the session ends, and no warning is given before it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>session/passes.py</name>
    <message>
        <source>room {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identity {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UID {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>app ID {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token is for another channel than {field} says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token is for another UID than {field} says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token does not let the avatar join.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token does not allow publishing: the avatar would be neither seen nor heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token does not allow sending data, so that what the avatar hears and says is not reported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token allows joining alone, which is too little where Agora asks who may publish.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expired {span} ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar could not join. Paste a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not good for another {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar could not join yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good without a limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good for {span}, shorter than your {length} session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good for {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This token is for {fact}; {field} says {typed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{clock}. A warning only: you may still create.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may publish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may send data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}-second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes}:{seconds}-minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count}-minute</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>session/pasted.py</name>
    <message>
        <source>Nothing has been pasted yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is longer than any request. Paste the command or the JSON alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is nested deeper than any request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} was left out: it is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} was left out: a word stands in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} was left out: it is of another kind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” was left out: the form has no such setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting was left out: the form has none of that name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command reads its body from a file. Paste what is in that file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a command, but no field of Create Session can be read in it. Is it whole?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a command, but no body in it. Paste all of it, up to its last quote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The JSON cannot be read from line {line}, column {column} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an answer of Akool's. Paste the request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is JSON, but nothing in it is a field of Create Session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here is a request. Paste a curl command, the JSON of a request, or a preset.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>session/rules.py</name>
    <message>
        <source>Choose one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be used here. Enter it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds characters that no key has. Paste it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This holds a line break or a tab. Paste it again without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter minutes and seconds, such as 10:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a length from 0:01 to 60:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a whole number from {low} up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a number from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a link. It starts with {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a whole link. It starts with {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starts with {scheme}://. {field} starts with {wanted}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link has no server name, or a space in it. Copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link holds a login or a token, which would be written down with it. Leave that part out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What follows the colon after the server name is not a port, which is a number up to 65535.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every row needs both the word and how to say it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} stands here twice. Keep one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because {field} is {choice}. They come back when you change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>session/summary.py</name>
    <message>
        <source>{avatar} will {do} {language}{length} {room}{knowledge}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool decides how long it may run and holds credits for that; it gives the unused part back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Holds the full {length} in advance; Akool gives the unused part back when the session has ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes}:{seconds} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>length not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An avatar you have not chosen yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retell by {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fast dialogue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer people by {how}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say exactly what it is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {language} </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for a length that is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for a length you have not entered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {room}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your own {provider} room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool's {provider} room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with the knowledge base {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>session/tokens.py</name>
    <message>
        <source>This does not look like a LiveKit token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look like an Agora token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not look like a TRTC UserSig.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>session/values.py</name>
    <message>
        <source>{field} was left out: {value} is nothing that it can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} stands in the file in clear and was not used. Let it be moved to the keyring.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>store/accounts.py</name>
    <message>
        <source>{count} of the accounts in {file} could not be understood and are left as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A base URL starts with https://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use https. Plain http is for this computer only (localhost), since it sends the key in clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character {position} of the key cannot be sent: a key holds only plain letters, digits and signs. Copy it again from Akool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account needs an id of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account's colour is one of the six that the window offers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account signs in with an API key or a Bearer token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL is not in its plain form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is one line, without blanks around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is longer than {most} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is taken. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A base URL ends before any ? or #</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A base URL holds no user name and no password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a web address. It looks like {example}; an international host name is written in its xn-- form.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>store/files.py</name>
    <message>
        <source>{file} could not be saved: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged and could not be set aside: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was damaged. It was set aside as {aside}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>store/history.py</name>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>store/ledger.py</name>
    <message>
        <source>The session could not be written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be written: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk, or start the program with another data folder, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change of a session could not be written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may: what is open stays in view here, but another start of the program may not know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room on the disk, and end what is open before you close the program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of sessions could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be read: {error}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading costs nothing; sessions that are open may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the disk that holds this file. What is in view here stays in view.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>store/ledger_file.py</name>
    <message>
        <source>{file} could not be opened ({error}); sessions are remembered for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>store/preset_file.py</name>
    <message>
        <source>{file} is not a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is larger than 1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid JSON, see line {line}, column {column}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not valid JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a preset: {why}. It was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” was left out: it cannot be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This preset was written by a newer version of the program; what that added is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret “{key}” was left out: a preset says only “keyring” or “ask”, never the secret.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>store/preset_index.py</name>
    <message>
        <source>{file} could not be opened ({error}); favourites are remembered for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} could not be used: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of presets was damaged and is made anew from the files. Which of them were favourites, and when each was last used, is lost; the presets themselves are not.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>store/preset_writing.py</name>
    <message>
        <source>Another program is saving in {folder} and does not finish. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to {folder} all the time. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>store/presets.py</name>
    <message>
        <source>{file} could not be deleted: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This preset is not in {folder} any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be reached. Your presets are listed as they were. Connect the drive again, or make the folder anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} holds a number that no file can keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was changed by another program meanwhile. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was deleted by another program meanwhile. Nothing was saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>store/vault.py</name>
    <message>
        <source>Kept in this computer's keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the keyring to be unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run only: no keyring found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run only: the keyring was not unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run only: the keyring does not give back what it is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run only: the keyring failed ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring of Windows keeps up to {most} characters; this has {length}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent, nothing was spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste only the key or token itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/account_dialog.py</name>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ocean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orchid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cocoa</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Olive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking this computer's keyring…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the keyring again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it for this run only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key or token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It will be kept in this computer's keyring.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking for the credit balance…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key or token first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key accepted. The account has {credits} credits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work: {error}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/accounts.py</name>
    <message>
        <source>credits not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account saved. {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{credits} practice credits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/avatar_picker.py</name>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an avatar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name or ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 avatar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} avatars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {count} avatars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all avatars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No avatars match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No avatars yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool offers avatars to every account; your own are made at akool.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool's avatars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May be replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/cards.py</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did it cost anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{who} on {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credentials: {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} lacks something on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An unexpected fault: {fault}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known. Look at your sessions at Akool before you create another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this and send it to whoever looks after the program.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/check_results.py</name>
    <message>
        <source>Check results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} of {count} fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time}, nothing spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask ElevenLabs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/checks.py</name>
    <message>
        <source>before your last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before a token expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks all that can be asked for free. Nothing is spent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/compact.py</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked to end at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/copy_as.py</name>
    <message>
        <source>curl for bash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>curl for cmd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PowerShell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request copied as {what}, without your key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/countdown.py</name>
    <message>
        <source>left of {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {count} min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/create_button.py</name>
    <message>
        <source>on {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{on}, nothing is spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create session on {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 problem to fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} problems to fix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create session</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/entry_detail.py</name>
    <message>
        <source>Play sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/form.py</name>
    <message>
        <source>Ask me at launch</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/history.py</name>
    <message>
        <source>All states</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended, confirmed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed or not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name, account, session ID or reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every session that is created is kept here: what was sent, how it ended and what it cost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each word has to begin a word of the session: its name, account, state, ID or reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session ID copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 session written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sessions written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/history_detail.py</name>
    <message>
        <source>Run again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills the form; nothing is sent until you create.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with the last run before it that ended well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy Session ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent, secrets left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a session to see what was sent and how it ended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known: another program started it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No earlier run of it ended well, so there is nothing to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against {time}, when this preset ended well:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Against {time}, when this avatar ended well:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Booked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{credits} measured, account shared by others may change it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/history_rows.py</name>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured, account shared by others may change it: the difference of two balances.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past sessions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/imported.py</name>
    <message>
        <source>Nothing that was here has been changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the one here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 preset came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} presets came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kept} of {all} came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is not in this computer's keyring.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/list_picker.py</name>
    <message>
        <source>Choose a language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name or code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {count} languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all languages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No languages match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No languages yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code such as en or zh-CN can be typed into the field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name, opening line or instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} knowledge bases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {count} knowledge bases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all knowledge bases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No knowledge bases match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No knowledge bases yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge bases are made at akool.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/open_preset.py</name>
    <message>
        <source>New preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {preset}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preset} is in the place of what you had typed. Undo brings that back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your unsaved changes of {preset} are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you had not saved is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file to go back to. Save preset writes a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preset} is saved already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preset} saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preset} was changed elsewhere and is shown as it is now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/open_sessions.py</name>
    <message>
        <source>1 session from before may be running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} sessions from before may be running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program was closed or stopped while they were open. Akool is being asked how they stand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They may, until they end or their booked time is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End them in the strip below if nobody needs them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/pairs.py</name>
    <message>
        <source>Remove this word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say it as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/pasting.py</name>
    <message>
        <source>Paste or import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command, JSON or preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it fills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add it to an account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills 1 setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills {n} settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} found. It goes into its field; saved, it is in the keyring and in no file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is asked for at each launch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is in no preset: enter it once, and the keyring keeps it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no avatar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A curl or PowerShell command, the JSON of a request, the example on Akool's page, or presets. It is only read: nothing is run and nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An API key is in it. It belongs to an account and is not kept with a preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A Bearer token is in it. It belongs to an account and is not kept with a preset.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/picker.py</name>
    <message>
        <source>An ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the list anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move, Enter uses, Esc closes. {code} can also be pasted into the {field} field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every word has to be found in an entry, and every filter has to fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{code} can be pasted into the field meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List read {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the list as it was read last. {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/player.py</name>
    <message>
        <source>The sample could not be played.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples cannot be heard here: there is no sound library for this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This sample is damaged, or of a kind that cannot be played here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound device was found, so the sample cannot be heard.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/practice_bar.py</name>
    <message>
        <source>Practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is sent to Akool, nothing is spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it fail…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an Akool account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next session will fail: {failure}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool refuses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool refuses, by a code of its other services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else goes wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/preset_dialogs.py</name>
    <message>
        <source>Booth, hall 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fair, english</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preset} was changed elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program or computer has saved this preset while you were changing it here. Nothing is lost until you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field}: here {mine}, there {theirs}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save mine as a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preset} holds a secret in clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its file holds a key or token that anyone who has the file can read. It is not used from there. Moved, it goes to this computer's keyring and leaves the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it to the keyring</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/preset_list.py</name>
    <message>
        <source>The path of {folder} was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where presets are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets are in {folder} from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename and describe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preset} copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preset} deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} presets deleted. Undo brings back the last.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/preset_rows.py</name>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/preset_words.py</name>
    <message>
        <source>{preset} cannot be read any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form still holds it. Save preset writes it to a new file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preset} was opened as far as it can be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was kept is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through the form before you create a session. The file stays as it is until you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no secret: they are asked for at each launch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds no secret: they go to this computer's keyring, or are asked for at each launch.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/presets.py</name>
    <message>
        <source>Search presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New from a starter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste or import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename and describe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert to the saved preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No presets yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the form once, save it here, and start from it every time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No preset matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each word has to begin a word of its name, its tags or its note.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/questions.py</name>
    <message>
        <source>{n} sessions are open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program closes by itself as soon as Akool has confirmed every end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool has not confirmed these ends. Try again, or look at them with Stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown: may still cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether Akool started this is not known, so it cannot be ended from here. Stay, and find it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is practice: nothing is spent, whatever you choose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End and quit: they cost until Akool confirms the end; the unused part of what they hold comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave running: they cost {time}; the next start shows them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay: they cost as they do now, until you end them or their booked time is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is still being created is taken back whenever you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until Akool ends them, which may be long: not every booked length is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until their booked time is over, {left} from now at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End all sessions on {account}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is open here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for what other programs have started…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool lists no running session, and none is open here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What other programs have started is not known, and not ended from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} may be running. Akool gives the unused part of what they hold back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End 1 session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End {n} sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was {who} started?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No usable answer to Create session came. It is not repeated by itself: that could pay for two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None was started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking through Akool's list of running sessions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None appeared: Akool lists no running session that is not known here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running, not known here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not started by this program</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/rail.py</name>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs you: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/rows.py</name>
    <message>
        <source>In memory; the keyring keeps it when the preset is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for at each launch, kept nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don't send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/sections.py</name>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/session_looks.py</name>
    <message>
        <source>Creating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting in line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ending</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ending soon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live, practice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked to end at {time}, Akool has not confirmed it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>my own room</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started by a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{credits} credits held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First picture after {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ran {ran}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ran {ran} of {length}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{credits} credits measured, account shared by others may change it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/side.py</name>
    <message>
        <source>Waiting for Akool's answer: a session that starts after all is ended at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice credits only. They come back by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: 1 setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: {count} settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON, secrets hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/speaking.py</name>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/stage_panel.py</name>
    <message>
        <source>Opening in the browser. If no page appears there, copy the link.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the link and open it in a browser on this computer, within a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page was closed. The session is still running and may cost money.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast dialogue is voice only: it takes no typed text. Speak on the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>poor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good once, and for a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interrupt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page leaves the room. The session runs on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection {quality}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/stages.py</name>
    <message>
        <source>An own room has no Stage here: the token in the form is the avatar's, and a second join with it would throw the avatar off the air.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The credentials of this session's room are not on this computer, so its Stage cannot be opened here. Another program started it, or no keyring kept them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link copied. It is good once, and for a minute.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/strip.py</name>
    <message>
        <source>No session is open. Nothing is being spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session was started here. Akool's list could not be read: what others started is not seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its state could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End all sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none open</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/topbar.py</name>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo {edit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo {edit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} at {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account: {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {account}…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/transfers.py</name>
    <message>
        <source>Import files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{preset} replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export {count} presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secret goes with them: keys and tokens stay in this computer's keyring, and whoever imports them enters their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Into one file…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/voice_picker.py</name>
    <message>
        <source>Choose a voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search by name, language, style or ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {count} voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No voices match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No voices yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voices come with the account, and your own are cloned at akool.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloned or Akool's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voices that cannot be used in a session now, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloned, my own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Akool's voices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/warnings.py</name>
    <message>
        <source>{who} on {account} ends then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} minutes left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ui/window.py</name>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was in it is missing here; the file is kept so that nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>resources</name>
    <message>
        <source>Minimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The least that a session needs: an avatar, and ten minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retelling with Agora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar says exactly what it is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialogue with a knowledge base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The avatar answers people from your documents. Choose the knowledge base in step 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quicker answers, voice input only, with a voice of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own room on LiveKit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your LiveKit server in step 6; the token for the avatar is asked for each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own room on TRTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your TRTC application, room and user in step 6; the UserSig for the avatar is asked for each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own ElevenLabs voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speaks with a voice of your ElevenLabs account. Enter its voice ID and your API key in step 2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
