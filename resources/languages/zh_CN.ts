<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>akool/codes.py</name>
    <message>
        <source>Paste the key again. A new one is made on akool.com, under API.</source>
        <translation>请重新粘贴密钥。可在 akool.com 的 API 页面生成新的密钥。</translation>
    </message>
    <message>
        <source>Ask Akool about this account, or choose another account.</source>
        <translation>请就此账户咨询 Akool，或改用其他账户。</translation>
    </message>
    <message>
        <source>Settle it on akool.com, or choose another account.</source>
        <translation>请在 akool.com 上处理，或改用其他账户。</translation>
    </message>
    <message>
        <source>Book a shorter session, end one that is still running, or top up the account.</source>
        <translation>请预订更短的会话、结束仍在运行的会话，或为账户充值。</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>请稍等一分钟再试。</translation>
    </message>
    <message>
        <source>Wait a minute, then try again. If it stays busy, choose another avatar.</source>
        <translation>请稍等一分钟再试。如果仍然繁忙，请改选其他数字人。</translation>
    </message>
    <message>
        <source>Look at what Akool says above and change that.</source>
        <translation>请查看上面 Akool 给出的说明，并修改相应设置。</translation>
    </message>
    <message>
        <source>Choose an avatar from the list: some ids work for videos only.</source>
        <translation>请从列表中选择数字人：有些 ID 只能用于视频。</translation>
    </message>
    <message>
        <source>Choose another voice, or leave the voice empty: then the avatar uses its own.</source>
        <translation>请改选其他音色，或将音色留空：此时使用数字人自带的音色。</translation>
    </message>
    <message>
        <source>Choose another background, or leave it empty.</source>
        <translation>请改选其他背景，或将其留空。</translation>
    </message>
    <message>
        <source>Choose the knowledge base from the list, or leave it empty.</source>
        <translation>请从列表中选择知识库，或将其留空。</translation>
    </message>
    <message>
        <source>Try again in a minute. If it comes back, show Akool's support what it said above.</source>
        <translation>请一分钟后再试。如果再次出现，请把上面的内容发给 Akool 客服。</translation>
    </message>
    <message>
        <source>A setting is missing or not accepted</source>
        <translation>缺少某项设置，或某项设置未被接受</translation>
    </message>
    <message>
        <source>This account must be verified first</source>
        <translation>此账户须先完成认证</translation>
    </message>
    <message>
        <source>Asked too often</source>
        <translation>请求过于频繁</translation>
    </message>
    <message>
        <source>The quota is used up</source>
        <translation>配额已用完</translation>
    </message>
    <message>
        <source>Too many faces to change</source>
        <translation>要替换的人脸太多</translation>
    </message>
    <message>
        <source>Akool cannot find what was asked for</source>
        <translation>Akool 找不到所请求的内容</translation>
    </message>
    <message>
        <source>This account may not do that</source>
        <translation>此账户无权执行该操作</translation>
    </message>
    <message>
        <source>That cannot be done now</source>
        <translation>现在无法执行该操作</translation>
    </message>
    <message>
        <source>That has been done already</source>
        <translation>该操作已经执行过</translation>
    </message>
    <message>
        <source>Akool wants the sound inside the video</source>
        <translation>Akool 要求使用视频自带的声音</translation>
    </message>
    <message>
        <source>Akool does not have what was asked for</source>
        <translation>Akool 没有所请求的内容</translation>
    </message>
    <message>
        <source>Akool could not process the video</source>
        <translation>Akool 无法处理该视频</translation>
    </message>
    <message>
        <source>Akool could not swap the face</source>
        <translation>Akool 无法换脸</translation>
    </message>
    <message>
        <source>Akool made no sound</source>
        <translation>Akool 没有生成声音</translation>
    </message>
    <message>
        <source>The key is wrong or has expired</source>
        <translation>密钥错误或已过期</translation>
    </message>
    <message>
        <source>No key reached Akool</source>
        <translation>Akool 没有收到密钥</translation>
    </message>
    <message>
        <source>A payment is due</source>
        <translation>有款项到期未付</translation>
    </message>
    <message>
        <source>Not enough credits</source>
        <translation>积分不足</translation>
    </message>
    <message>
        <source>Akool could not prepare the avatar</source>
        <translation>Akool 无法准备数字人</translation>
    </message>
    <message>
        <source>Akool could not read the picture</source>
        <translation>Akool 无法读取图片</translation>
    </message>
    <message>
        <source>Akool does not know this account</source>
        <translation>Akool 没有此账户</translation>
    </message>
    <message>
        <source>Akool could not prepare the sound</source>
        <translation>Akool 无法准备声音</translation>
    </message>
    <message>
        <source>Akool lost touch with the avatar</source>
        <translation>Akool 与数字人失去联系</translation>
    </message>
    <message>
        <source>Akool could not prepare the voice</source>
        <translation>Akool 无法准备音色</translation>
    </message>
    <message>
        <source>This account is blocked</source>
        <translation>此账户已被封禁</translation>
    </message>
    <message>
        <source>Akool could not make the sound</source>
        <translation>Akool 无法生成声音</translation>
    </message>
    <message>
        <source>The video is in that language already</source>
        <translation>视频本来就是该语言</translation>
    </message>
    <message>
        <source>Akool wants a video with sound</source>
        <translation>Akool 需要带声音的视频</translation>
    </message>
    <message>
        <source>The video is too long</source>
        <translation>视频太长</translation>
    </message>
    <message>
        <source>Akool could not make the video</source>
        <translation>Akool 无法生成视频</translation>
    </message>
    <message>
        <source>Akool could not change the background</source>
        <translation>Akool 无法更换背景</translation>
    </message>
    <message>
        <source>The file is too large</source>
        <translation>文件太大</translation>
    </message>
    <message>
        <source>Akool could not read the video</source>
        <translation>Akool 无法读取视频</translation>
    </message>
    <message>
        <source>Akool cannot use this kind of video</source>
        <translation>Akool 不支持这种视频</translation>
    </message>
    <message>
        <source>The video has too many frames a second</source>
        <translation>视频帧率过高</translation>
    </message>
    <message>
        <source>Akool could not match lips and sound</source>
        <translation>Akool 无法对上口型与声音</translation>
    </message>
    <message>
        <source>Akool could not read the mood of the text</source>
        <translation>Akool 无法判断文字的情绪</translation>
    </message>
    <message>
        <source>This needs a subscription</source>
        <translation>此功能需要订阅</translation>
    </message>
    <message>
        <source>The avatar is still being prepared</source>
        <translation>数字人仍在准备中</translation>
    </message>
    <message>
        <source>Akool is busy with other sessions</source>
        <translation>Akool 正忙于其他会话</translation>
    </message>
    <message>
        <source>Akool does not have this session</source>
        <translation>Akool 没有此会话</translation>
    </message>
    <message>
        <source>Akool lost touch with the session</source>
        <translation>Akool 与会话失去联系</translation>
    </message>
    <message>
        <source>Akool could not run the session</source>
        <translation>Akool 无法运行会话</translation>
    </message>
    <message>
        <source>The session has ended already</source>
        <translation>会话已经结束</translation>
    </message>
    <message>
        <source>Akool could not take the avatar's video</source>
        <translation>Akool 无法接收数字人的视频</translation>
    </message>
    <message>
        <source>This account has no subscription</source>
        <translation>此账户没有订阅</translation>
    </message>
    <message>
        <source>That exists already</source>
        <translation>该内容已存在</translation>
    </message>
    <message>
        <source>No more avatars may be uploaded</source>
        <translation>不能再上传更多数字人</translation>
    </message>
    <message>
        <source>Akool does not have this knowledge base</source>
        <translation>Akool 没有此知识库</translation>
    </message>
    <message>
        <source>A knowledge base of that name exists already</source>
        <translation>已有同名的知识库</translation>
    </message>
    <message>
        <source>Akool could not make the knowledge base</source>
        <translation>Akool 无法创建知识库</translation>
    </message>
    <message>
        <source>Akool could not change the knowledge base</source>
        <translation>Akool 无法修改知识库</translation>
    </message>
    <message>
        <source>Akool could not open the knowledge base</source>
        <translation>Akool 无法打开知识库</translation>
    </message>
    <message>
        <source>Open any web page and sign in there, then try again.</source>
        <translation>请打开任意网页并在那里登录，然后再试。</translation>
    </message>
    <message>
        <source>Check the account's base URL: this may be another server's address.</source>
        <translation>请检查账户的基础 URL：它可能是另一台服务器的地址。</translation>
    </message>
    <message>
        <source>The server does not let this account in</source>
        <translation>服务器不允许此账户登录</translation>
    </message>
    <message>
        <source>Nothing answers at this address</source>
        <translation>此地址没有任何响应</translation>
    </message>
    <message>
        <source>The network wants a sign-in</source>
        <translation>网络要求登录</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>已被拒绝</translation>
    </message>
    <message>
        <source>Show Akool's support what it said above.</source>
        <translation>请把上面的内容发给 Akool 客服。</translation>
    </message>
</context>
<context>
    <name>akool/connections.py</name>
    <message>
        <source>The list of trusted certificates</source>
        <translation>受信任证书列表</translation>
    </message>
</context>
<context>
    <name>akool/errors.py</name>
    <message>
        <source>No. Nothing left this computer.</source>
        <translation>没有。任何内容都没有离开这台电脑。</translation>
    </message>
    <message>
        <source>Akool refused the session: {said}.</source>
        <translation>Akool 拒绝了该会话：{said}。</translation>
    </message>
    <message>
        <source>Akool did not end the session: {said}.</source>
        <translation>Akool 没有结束该会话：{said}。</translation>
    </message>
    <message>
        <source>Akool refused to answer: {said}.</source>
        <translation>Akool 拒绝答复：{said}。</translation>
    </message>
    <message>
        <source>The network answered in Akool's place: {said}.</source>
        <translation>代替 Akool 答复的是网络：{said}。</translation>
    </message>
    <message>
        <source>Not any more: the session is over.</source>
        <translation>不再产生费用：会话已结束。</translation>
    </message>
    <message>
        <source>No. No session was started.</source>
        <translation>没有。未启动任何会话。</translation>
    </message>
    <message>
        <source>A session may have been started</source>
        <translation>可能已启动了一个会话</translation>
    </message>
    <message>
        <source>Not confirmed: may still cost</source>
        <translation>未确认：可能仍在计费</translation>
    </message>
    <message>
        <source>{advice} Then end the session again.</source>
        <translation>{advice}然后请再次结束会话。</translation>
    </message>
    <message>
        <source>No. This only asks, and asking is free.</source>
        <translation>没有。这只是查询，查询免费。</translation>
    </message>
    <message>
        <source>It may still: the session may be running.</source>
        <translation>仍可能产生费用：会话可能还在运行。</translation>
    </message>
    <message>
        <source>It may have: a session may be running that is not known here.</source>
        <translation>可能产生了费用：可能有一个此处不知道的会话在运行。</translation>
    </message>
    <message>
        <source>Look for it under Sessions first: creating again could pay for two.</source>
        <translation>请先在“会话”中查找：再次创建可能要付两份费用。</translation>
    </message>
    <message>
        <source>another address</source>
        <translation>另一个地址</translation>
    </message>
    <message>
        <source>End the session again.</source>
        <translation>请再次结束会话。</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translation>无需任何操作。</translation>
    </message>
</context>
<context>
    <name>akool/faults.py</name>
    <message>
        <source>Open any web page to see whether the network works, or wants a sign-in; check the proxy if this computer uses one. Then try again.</source>
        <translation>请打开任意网页，看看网络是否正常，或者是否要求登录；如果这台电脑使用代理，也请检查代理。然后再试。</translation>
    </message>
    <message>
        <source>Check the account's base URL and try again.</source>
        <translation>请检查账户的基础 URL，然后再试。</translation>
    </message>
    <message>
        <source>Open any web page to see whether the network wants a sign-in, and check the account's base URL.</source>
        <translation>请打开任意网页看看网络是否要求登录，并检查账户的基础 URL。</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>请一分钟后再试。</translation>
    </message>
    <message>
        <source>The server cannot be found</source>
        <translation>找不到服务器</translation>
    </message>
    <message>
        <source>The network does not know the name {host}.</source>
        <translation>网络中没有名为 {host} 的主机。</translation>
    </message>
    <message>
        <source>Nobody answers</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>The connection to {host} was refused.</source>
        <translation>与 {host} 的连接被拒绝。</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>没有连接</translation>
    </message>
    <message>
        <source>No connection to {host} came about.</source>
        <translation>未能与 {host} 建立连接。</translation>
    </message>
    <message>
        <source>No connection to {host} came about in time.</source>
        <translation>未能及时与 {host} 建立连接。</translation>
    </message>
    <message>
        <source>The server could not prove who it is</source>
        <translation>服务器无法证明自己的身份</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of {host}, so the key was not sent.</source>
        <translation>这台电脑不信任 {host} 的证书，因此没有发送密钥。</translation>
    </message>
    <message>
        <source>Open any web page to see whether the network wants a sign-in, and check this computer's date. If your company reads its network traffic, ask there for its certificate, add it to the certificates that this computer trusts, then start this program again.</source>
        <translation>请打开任意网页，看看网络是否要求登录，并检查这台电脑的日期。如果公司会检查网络流量，请向公司索取其证书，加入这台电脑信任的证书，然后重新启动本程序。</translation>
    </message>
    <message>
        <source>The certificate that came belongs to another server than {host}, so the key was not sent.</source>
        <translation>收到的证书属于另一台服务器，而不是 {host}，因此没有发送密钥。</translation>
    </message>
    <message>
        <source>No safe connection</source>
        <translation>没有安全连接</translation>
    </message>
    <message>
        <source>{host} and this computer could not agree on a safe connection, so the key was not sent.</source>
        <translation>{host} 与这台电脑无法协商出安全连接，因此没有发送密钥。</translation>
    </message>
    <message>
        <source>The proxy said no</source>
        <translation>代理拒绝了请求</translation>
    </message>
    <message>
        <source>The proxy between this computer and {host} did not let the request pass.</source>
        <translation>这台电脑与 {host} 之间的代理没有放行该请求。</translation>
    </message>
    <message>
        <source>Check the proxy under Network… in the menu of Appearance, and ask whoever runs it whether it lets this server by.</source>
        <translation>请检查“外观”菜单的“网络…”里的代理，并询问代理的管理者是否放行此服务器。</translation>
    </message>
    <message>
        <source>The proxy does not answer</source>
        <translation>代理没有应答</translation>
    </message>
    <message>
        <source>The proxy that should lead to {host} cannot be reached.</source>
        <translation>无法连接通往 {host} 的代理。</translation>
    </message>
    <message>
        <source>Check the proxy's address under Network… in the menu of Appearance, and the network itself; then try again.</source>
        <translation>请检查“外观”菜单的“网络…”里的代理地址，并检查网络本身，然后再试。</translation>
    </message>
    <message>
        <source>No safe connection to the proxy</source>
        <translation>无法与代理建立安全连接</translation>
    </message>
    <message>
        <source>The proxy {proxy}, which should lead to {host}, could not prove who it is, or takes no safe connections. So nothing was sent.</source>
        <translation>通往 {host} 的代理 {proxy} 无法证明自己的身份，或者不接受安全连接。因此什么都没有发送。</translation>
    </message>
    <message>
        <source>Check the proxy's address under Network… in the menu of Appearance: most begin with http://. If it is right, ask whoever runs the proxy for its certificate, add it to the certificates that this computer trusts, then start this program again.</source>
        <translation>请在“外观”菜单的“网络…”中检查代理的地址：多数以 http:// 开头。如果地址正确，请向代理的管理者索取其证书，加入这台电脑信任的证书，然后重新启动本程序。</translation>
    </message>
    <message>
        <source>The proxy wants a login</source>
        <translation>代理要求登录</translation>
    </message>
    <message>
        <source>The proxy between this computer and {host} wants a user name and a password, or others than it got.</source>
        <translation>这台电脑与 {host} 之间的代理要求用户名和密码，或者与收到的不同。</translation>
    </message>
    <message>
        <source>Enter both under Network… in the menu of Appearance. A proxy that takes only a Windows sign-in (NTLM, Kerberos) cannot be used.</source>
        <translation>请在“外观”菜单的“网络…”中填写这两项。只接受 Windows 登录（NTLM、Kerberos）的代理无法使用。</translation>
    </message>
    <message>
        <source>The keyring is waiting for you</source>
        <translation>密钥环正在等您操作</translation>
    </message>
    <message>
        <source>The proxy's password is in this computer's keyring, which asks to be unlocked.</source>
        <translation>代理的密码保存在本机密钥环中，密钥环需要先解锁。</translation>
    </message>
    <message>
        <source>Unlock it in the window it has opened, then try again. Or enter the password under Network once more.</source>
        <translation>请在其打开的窗口中解锁，然后重试；或在“网络”设置中重新输入密码。</translation>
    </message>
    <message>
        <source>A setting of this computer is in the way</source>
        <translation>这台电脑的某项设置造成了妨碍</translation>
    </message>
    <message>
        <source>{setting} holds something that cannot be used here.</source>
        <translation>{setting} 的内容在这里无法使用。</translation>
    </message>
    <message>
        <source>Correct or remove it, then start this program again. SOCKS proxies cannot be used.</source>
        <translation>请更正或删除它，然后重新启动本程序。不支持 SOCKS 代理。</translation>
    </message>
    <message>
        <source>The base URL cannot be used</source>
        <translation>该基础 URL 无法使用</translation>
    </message>
    <message>
        <source>A key goes to https addresses only (http on this computer alone), with no user name or query in them.</source>
        <translation>密钥只会发往 https 地址（http 仅限本机），且地址中不能带用户名或查询参数。</translation>
    </message>
    <message>
        <source>Correct the account's base URL.</source>
        <translation>请更正账户的基础 URL。</translation>
    </message>
    <message>
        <source>This cannot be a key</source>
        <translation>这不可能是密钥</translation>
    </message>
    <message>
        <source>The account's key is empty, or holds characters that no key has.</source>
        <translation>账户的密钥为空，或含有密钥中不会出现的字符。</translation>
    </message>
    <message>
        <source>Paste the key again.</source>
        <translation>请重新粘贴密钥。</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>没有及时答复</translation>
    </message>
    <message>
        <source>The request was sent, and no complete answer came within {seconds} seconds.</source>
        <translation>请求已发出，但在 {seconds} 秒内没有收到完整的答复。</translation>
    </message>
    <message>
        <source>The connection broke</source>
        <translation>连接中断</translation>
    </message>
    <message>
        <source>The request was sent, and the connection broke before a complete answer came.</source>
        <translation>请求已发出，但在收到完整答复之前连接中断。</translation>
    </message>
    <message>
        <source>The address leads elsewhere</source>
        <translation>该地址指向别处</translation>
    </message>
    <message>
        <source>The server wanted the request sent on to {target}. It was not, so that the key goes nowhere else.</source>
        <translation>服务器要求把请求转发到 {target}。本程序没有转发，以免密钥流向别处。</translation>
    </message>
    <message>
        <source>A web page came back</source>
        <translation>收到的是网页</translation>
    </message>
    <message>
        <source>A web page came instead of an answer: the network's sign-in page, perhaps, or not Akool's address.</source>
        <translation>收到的是网页而不是答复：可能是网络的登录页面，或者这不是 Akool 的地址。</translation>
    </message>
    <message>
        <source>The answer makes no sense</source>
        <translation>答复无法理解</translation>
    </message>
    <message>
        <source>What came back is not the kind of answer that Akool gives.</source>
        <translation>收到的内容不是 Akool 会给出的那种答复。</translation>
    </message>
    <message>
        <source>The answer is too large</source>
        <translation>答复太大</translation>
    </message>
    <message>
        <source>More than {megabytes} MB came back; reading stopped there.</source>
        <translation>收到的内容超过 {megabytes} MB；已停止读取。</translation>
    </message>
    <message>
        <source>The server has a fault</source>
        <translation>服务器出现故障</translation>
    </message>
    <message>
        <source>The server could not answer: {said}.</source>
        <translation>服务器无法答复：{said}。</translation>
    </message>
    <message>
        <source>Akool says that a session was started, but not which.</source>
        <translation>Akool 表示会话已启动，但没有说明是哪一个。</translation>
    </message>
</context>
<context>
    <name>akool/proxies.py</name>
    <message>
        <source>The system's proxy setting</source>
        <translation>系统的代理设置</translation>
    </message>
    <message>
        <source>The proxy in this program's settings</source>
        <translation>本程序设置中的代理</translation>
    </message>
</context>
<context>
    <name>akool/web.py</name>
    <message>
        <source>{host} sent something that is no picture (PNG, JPEG, GIF or WebP).</source>
        <translation>{host} 发来的不是图片（PNG、JPEG、GIF 或 WebP）。</translation>
    </message>
    <message>
        <source>{host} sent something that cannot be played here (MP3, WAV, FLAC or Ogg can).</source>
        <translation>{host} 发来的内容在这里无法播放（可播放 MP3、WAV、FLAC 或 Ogg）。</translation>
    </message>
    <message>
        <source>This is not a link that can be opened.</source>
        <translation>这不是可以打开的链接。</translation>
    </message>
    <message>
        <source>The link leads to this computer or to its own network, which is not asked.</source>
        <translation>该链接指向这台电脑或其所在的内部网络，因此不会访问。</translation>
    </message>
    <message>
        <source>{host} did not answer in time.</source>
        <translation>{host} 没有及时应答。</translation>
    </message>
    <message>
        <source>{host} sends more than {megabytes} MB.</source>
        <translation>{host} 发来的内容超过 {megabytes} MB。</translation>
    </message>
    <message>
        <source>{host} answers with HTTP {status}.</source>
        <translation>{host} 返回 HTTP {status}。</translation>
    </message>
    <message>
        <source>{host} sends the request on and on.</source>
        <translation>{host} 不停地把请求转来转去。</translation>
    </message>
    <message>
        <source>The link leads on to something that is not a web address.</source>
        <translation>该链接会转到不是网址的地方。</translation>
    </message>
    <message>
        <source>This computer does not trust the certificate of {host}.</source>
        <translation>这台电脑不信任 {host} 的证书。</translation>
    </message>
    <message>
        <source>The certificate that came belongs to another server than {host}.</source>
        <translation>收到的证书属于另一台服务器，而不是 {host}。</translation>
    </message>
    <message>
        <source>{host} and this computer could not agree on a safe connection.</source>
        <translation>{host} 与这台电脑无法协商出安全连接。</translation>
    </message>
    <message>
        <source>The proxy between this computer and {host} wants a user name and a password, or others.</source>
        <translation>这台电脑与 {host} 之间的代理要求用户名和密码，或其他的用户名和密码。</translation>
    </message>
    <message>
        <source>The proxy {proxy}, which should lead to {host}, could not prove who it is, or takes no safe connections.</source>
        <translation>通往 {host} 的代理 {proxy} 无法证明自己的身份，或者不接受安全连接。</translation>
    </message>
    <message>
        <source>The connection to {host} broke, or did not come about.</source>
        <translation>与 {host} 的连接中断，或未能建立。</translation>
    </message>
</context>
<context>
    <name>desk/accounts.py</name>
    <message>
        <source>This computer's keyring, which keeps the key, asks to be unlocked.</source>
        <translation>保存密钥的本机密钥环要求解锁。</translation>
    </message>
    <message>
        <source>No. Nothing was sent.</source>
        <translation>没有。未发送任何内容。</translation>
    </message>
    <message>
        <source>Unlock it in the window it has opened, then try again. Or paste the key into the account once more.</source>
        <translation>请在密钥环打开的窗口中解锁，然后再试。或者再次把密钥粘贴到账户中。</translation>
    </message>
    <message>
        <source>The account is not here any more</source>
        <translation>该账户已不在这里</translation>
    </message>
    <message>
        <source>The session was created on {account}, which is not here any more.</source>
        <translation>会话是在账户 {account} 上创建的，而该账户已不在这里。</translation>
    </message>
    <message>
        <source>It may: the session may still be running.</source>
        <translation>可能产生费用：会话可能还在运行。</translation>
    </message>
    <message>
        <source>Add an account with the same key, choose it, and end all its sessions. Or end this one at Akool.</source>
        <translation>请用同一密钥添加账户，选择它，然后结束其所有会话；或在 Akool 网站上结束此会话。</translation>
    </message>
    <message>
        <source>{account} has open sessions</source>
        <translation>{account} 还有未结束的会话</translation>
    </message>
    <message>
        <source>Without its key they could not be ended here.</source>
        <translation>没有它的密钥，就无法在此结束这些会话。</translation>
    </message>
    <message>
        <source>It may: they may be running.</source>
        <translation>可能产生费用：它们可能还在运行。</translation>
    </message>
    <message>
        <source>End them, then remove the account.</source>
        <translation>请先结束这些会话，再移除该账户。</translation>
    </message>
    <message>
        <source>No key for {account}</source>
        <translation>{account} 没有密钥</translation>
    </message>
    <message>
        <source>This computer's keyring, which keeps the key, was not unlocked, or could not be read.</source>
        <translation>保存密钥的本机密钥环未解锁，或者无法读取。</translation>
    </message>
    <message>
        <source>This computer's keyring holds no key for this account, or could not be read.</source>
        <translation>本机密钥环中没有此账户的密钥，或者无法读取。</translation>
    </message>
    <message>
        <source>Open the account and press Ask the keyring again. Or paste its key once more.</source>
        <translation>请打开该账户并按“再次询问密钥环”，或者再粘贴一次密钥。</translation>
    </message>
    <message>
        <source>Open the account and paste its key once more.</source>
        <translation>请打开该账户，再粘贴一次密钥。</translation>
    </message>
</context>
<context>
    <name>desk/catalogue.py</name>
    <message>
        <source>Not in the list read {when}.</source>
        <translation>不在 {when} 读取的列表中。</translation>
    </message>
    <message>
        <source>{state}, own voice {voice}</source>
        <translation>{state}，自带音色 {voice}</translation>
    </message>
    <message>
        <source>1 document</source>
        <translation>1 份文档</translation>
    </message>
    <message>
        <source>{count} documents</source>
        <translation>{count} 份文档</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>young</source>
        <translation>青年</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>中年</translation>
    </message>
    <message>
        <source>elderly</source>
        <translation>老年</translation>
    </message>
    <message>
        <source>calm</source>
        <translation>沉稳</translation>
    </message>
    <message>
        <source>authoritative</source>
        <translation>权威</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>温暖</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>清晰</translation>
    </message>
    <message>
        <source>friendly</source>
        <translation>亲切</translation>
    </message>
    <message>
        <source>lively</source>
        <translation>活泼</translation>
    </message>
    <message>
        <source>elegant</source>
        <translation>优雅</translation>
    </message>
    <message>
        <source>at {time}</source>
        <translation>{time}</translation>
    </message>
    <message>
        <source>on {day} at {time}</source>
        <translation>{day} {time}</translation>
    </message>
</context>
<context>
    <name>desk/check_lines.py</name>
    <message>
        <source>{what}: not known</source>
        <translation>{what}：未知</translation>
    </message>
    <message>
        <source>Key accepted</source>
        <translation>密钥有效</translation>
    </message>
    <message>
        <source>{credits} credits</source>
        <translation>{credits} 积分</translation>
    </message>
    <message>
        <source>Buy credits at Akool, or choose another account.</source>
        <translation>请在 Akool 购买积分，或改用其他账户。</translation>
    </message>
    <message>
        <source>Akool holds some in advance.</source>
        <translation>Akool 会预扣一部分积分。</translation>
    </message>
    <message>
        <source>What will be held is known after the first session of this length.</source>
        <translation>第一次运行这种时长的会话之后，才能知道会预扣多少。</translation>
    </message>
    <message>
        <source>{held} were held for {length} the last time.</source>
        <translation>上次 {length}的会话预扣了 {held}。</translation>
    </message>
    <message>
        <source>Make the session shorter.</source>
        <translation>请缩短会话时长。</translation>
    </message>
    <message>
        <source>The server does not say what time it is.</source>
        <translation>服务器没有给出当前时间。</translation>
    </message>
    <message>
        <source>This computer's clock is right</source>
        <translation>这台电脑的时钟准确</translation>
    </message>
    <message>
        <source>This computer's clock is {span} ahead</source>
        <translation>这台电脑的时钟快了 {span}</translation>
    </message>
    <message>
        <source>This computer's clock is {span} behind</source>
        <translation>这台电脑的时钟慢了 {span}</translation>
    </message>
    <message>
        <source>Set it: whether a token is still good is read from it.</source>
        <translation>请校准时钟：token 是否有效要靠它判断。</translation>
    </message>
    <message>
        <source>{what} is not in the account's list</source>
        <translation>{what} 不在账户的列表中</translation>
    </message>
    <message>
        <source>Choose one, or compare the ID.</source>
        <translation>请选择一项，或核对 ID。</translation>
    </message>
    <message>
        <source>{name}: {state}</source>
        <translation>{name}：{state}</translation>
    </message>
    <message>
        <source>Choose another, or try again later.</source>
        <translation>请改选其他项，或稍后再试。</translation>
    </message>
    <message>
        <source>{name} is ready to stream</source>
        <translation>{name} 可以推流</translation>
    </message>
    <message>
        <source>{name} can be streamed</source>
        <translation>{name} 可以用于推流</translation>
    </message>
    <message>
        <source>{what} {name} found</source>
        <translation>已找到{what} {name}</translation>
    </message>
    <message>
        <source>The link leads to a picture</source>
        <translation>链接指向一张图片</translation>
    </message>
    <message>
        <source>The link leads to a video</source>
        <translation>链接指向一段视频</translation>
    </message>
    <message>
        <source>The link leads to no picture or video</source>
        <translation>链接指向的不是图片或视频</translation>
    </message>
    <message>
        <source>Enter the link of the file itself.</source>
        <translation>请输入文件本身的链接。</translation>
    </message>
    <message>
        <source>The link does not lead to a picture or video that anyone can open</source>
        <translation>该链接没有指向任何人都能打开的图片或视频</translation>
    </message>
    <message>
        <source>Open it in a browser to see.</source>
        <translation>请在浏览器中打开看看。</translation>
    </message>
    <message>
        <source>{token}: {clock}</source>
        <translation>{token}：{clock}</translation>
    </message>
    <message>
        <source>{token} cannot be read</source>
        <translation>{token} 无法读取</translation>
    </message>
    <message>
        <source>{token} does not fit this session</source>
        <translation>{token} 与此会话不符</translation>
    </message>
    <message>
        <source>Paste a new one.</source>
        <translation>请粘贴新的。</translation>
    </message>
    <message>
        <source>The ElevenLabs key looks like one</source>
        <translation>ElevenLabs 密钥的格式看起来正确</translation>
    </message>
    <message>
        <source>This does not look like an ElevenLabs key</source>
        <translation>这看起来不像 ElevenLabs 密钥</translation>
    </message>
    <message>
        <source>Copy it again from your profile there.</source>
        <translation>请到 ElevenLabs 的个人资料中重新复制。</translation>
    </message>
    <message>
        <source>ElevenLabs did not say: HTTP {status}</source>
        <translation>ElevenLabs 没有给出结果：HTTP {status}</translation>
    </message>
    <message>
        <source>ElevenLabs does not know this key</source>
        <translation>ElevenLabs 没有这个密钥</translation>
    </message>
    <message>
        <source>ElevenLabs knows this key</source>
        <translation>ElevenLabs 认可此密钥</translation>
    </message>
    <message>
        <source>1 letter is left there.</source>
        <translation>那里还剩 1 个字符。</translation>
    </message>
    <message>
        <source>{count} letters are left there.</source>
        <translation>那里还剩 {count} 个字符。</translation>
    </message>
    <message>
        <source>Top up the account there.</source>
        <translation>请在 ElevenLabs 为账户充值。</translation>
    </message>
    <message>
        <source>No other session is open</source>
        <translation>没有其他未结束的会话</translation>
    </message>
    <message>
        <source>1 session is open</source>
        <translation>有 1 个会话未结束</translation>
    </message>
    <message>
        <source>{count} sessions are open</source>
        <translation>有 {count} 个会话未结束</translation>
    </message>
    <message>
        <source>Akool allows only so many at once, and each holds credits.</source>
        <translation>Akool 只允许同时运行一定数量的会话，而且每个都会预扣积分。</translation>
    </message>
    <message>
        <source>End what is not needed.</source>
        <translation>请结束不需要的会话。</translation>
    </message>
    <message>
        <source>The keyring works</source>
        <translation>密钥环可用</translation>
    </message>
    <message>
        <source>Unlock it in the window it has opened.</source>
        <translation>请在密钥环打开的窗口中解锁。</translation>
    </message>
    <message>
        <source>The keyring cannot be used</source>
        <translation>无法使用密钥环</translation>
    </message>
    <message>
        <source>{host} found</source>
        <translation>已找到 {host}</translation>
    </message>
    <message>
        <source>{server} found</source>
        <translation>已找到 {server}</translation>
    </message>
    <message>
        <source>The network does not know {host}.</source>
        <translation>网络中没有 {host}。</translation>
    </message>
    <message>
        <source>{host} not found</source>
        <translation>找不到 {host}</translation>
    </message>
    <message>
        <source>Compare the name, letter by letter.</source>
        <translation>请逐个字母核对名称。</translation>
    </message>
    <message>
        <source>{server} not found</source>
        <translation>找不到 {server}</translation>
    </message>
    <message>
        <source>This network could not see the session.</source>
        <translation>在这个网络中将看不到会话。</translation>
    </message>
    <message>
        <source>Names are looked up by this network's proxy, so this computer cannot tell.</source>
        <translation>名称由此网络的代理解析，因此这台电脑无法判断。</translation>
    </message>
    <message>
        <source>{host} could not be looked up</source>
        <translation>无法解析 {host}</translation>
    </message>
</context>
<context>
    <name>desk/checks.py</name>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>This computer's clock</source>
        <translation>这台电脑的时钟</translation>
    </message>
    <message>
        <source>Open sessions</source>
        <translation>未结束的会话</translation>
    </message>
    <message>
        <source>Keyring</source>
        <translation>密钥环</translation>
    </message>
    <message>
        <source>It speaks {tongue}; the session's language is {language}.</source>
        <translation>它说{tongue}；会话语言是 {language}。</translation>
    </message>
    <message>
        <source>Server of {vendor}</source>
        <translation>{vendor} 的服务器</translation>
    </message>
    <message>
        <source>Nobody answered within {seconds} seconds.</source>
        <translation>{seconds} 秒内没有应答。</translation>
    </message>
    <message>
        <source>An unexpected fault of this program: {fault}.</source>
        <translation>本程序出现意外故障：{fault}。</translation>
    </message>
    <message>
        <source>This could not be checked</source>
        <translation>此项无法检查</translation>
    </message>
    <message>
        <source>Tell whoever looks after the program.</source>
        <translation>请告知维护本程序的人。</translation>
    </message>
    <message>
        <source>No. A check only asks, and asking is free.</source>
        <translation>没有。检查只是查询，查询免费。</translation>
    </message>
</context>
<context>
    <name>desk/lists.py</name>
    <message>
        <source>Ready to stream</source>
        <translation>可以推流</translation>
    </message>
    <message>
        <source>Waiting to be made</source>
        <translation>等待制作</translation>
    </message>
    <message>
        <source>Still being made</source>
        <translation>仍在制作中</translation>
    </message>
    <message>
        <source>Could not be made</source>
        <translation>未能制作成功</translation>
    </message>
    <message>
        <source>{first} {then}</source>
        <translation>{first}{then}</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>目前不可用</translation>
    </message>
    <message>
        <source>Does not stream</source>
        <translation>不能推流</translation>
    </message>
</context>
<context>
    <name>desk/network.py</name>
    <message>
        <source>{host} answered, through the proxy {proxy}, and its certificate is trusted.</source>
        <translation>{host} 已通过代理 {proxy} 应答，其证书受信任。</translation>
    </message>
    <message>
        <source>{host} answered, with no proxy in between, and its certificate is trusted.</source>
        <translation>{host} 已应答，中间没有代理，其证书受信任。</translation>
    </message>
    <message>
        <source>A proxy is entered like this: http://proxy.example.com:3128. Its login has fields of its own.</source>
        <translation>代理这样填写：http://proxy.example.com:3128。登录信息另有字段。</translation>
    </message>
</context>
<context>
    <name>desk/preset_differences.py</name>
    <message>
        <source>in the keyring</source>
        <translation>在密钥环中</translation>
    </message>
    <message>
        <source>asked for at launch</source>
        <translation>启动时询问</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>未设置</translation>
    </message>
</context>
<context>
    <name>desk/preset_files.py</name>
    <message>
        <source>Give the preset a name.</source>
        <translation>请为预设命名。</translation>
    </message>
    <message>
        <source>The secret “{key}” was left out: the form has no such setting.</source>
        <translation>已略去机密项“{key}”：表单中没有这项设置。</translation>
    </message>
</context>
<context>
    <name>desk/presets.py</name>
    <message>
        <source>{why} What you had not saved is here.</source>
        <translation>{why}您未保存的内容在这里。</translation>
    </message>
    <message>
        <source>There is no preset and no file named {name}. The presets are in {folder}.</source>
        <translation>没有名为 {name} 的预设或文件。预设位于 {folder}。</translation>
    </message>
    <message>
        <source>{count} presets are named {name}. Give one of their files instead: {files}.</source>
        <translation>有 {count} 个预设名为 {name}。请改为给出其中一个的文件：{files}。</translation>
    </message>
</context>
<context>
    <name>desk/reasons.py</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>No usable answer came.</source>
        <translation>没有收到可用的答复。</translation>
    </message>
    <message>
        <source>Looked for at Akool and not found.</source>
        <translation>已在 Akool 查找，未找到。</translation>
    </message>
    <message>
        <source>The program stopped before the answer came.</source>
        <translation>程序在收到答复前就停止了。</translation>
    </message>
    <message>
        <source>The program stopped before the end.</source>
        <translation>程序在会话结束前就停止了。</translation>
    </message>
    <message>
        <source>The command was stopped.</source>
        <translation>命令已被停止。</translation>
    </message>
    <message>
        <source>Ended here.</source>
        <translation>在本程序中结束。</translation>
    </message>
    <message>
        <source>Akool has not confirmed the end.</source>
        <translation>Akool 尚未确认结束。</translation>
    </message>
    <message>
        <source>Practice ended with the program.</source>
        <translation>练习会话已随程序结束。</translation>
    </message>
    <message>
        <source>Ended by Akool or another program.</source>
        <translation>由 Akool 或其他程序结束。</translation>
    </message>
    <message>
        <source>Akool does not know it by the key that the account has now: it may be another account's.</source>
        <translation>用该账户现在的密钥，Akool 找不到此会话：它可能属于另一个账户。</translation>
    </message>
    <message>
        <source>Akool does not know it yet: it was created just now.</source>
        <translation>Akool 还没有它的记录：它刚刚创建。</translation>
    </message>
    <message>
        <source>Akool says that it failed.</source>
        <translation>Akool 表示会话失败。</translation>
    </message>
    <message>
        <source>The booked time was over.</source>
        <translation>预订的时间已用完。</translation>
    </message>
    <message>
        <source>No. Practice costs nothing.</source>
        <translation>没有。练习不产生费用。</translation>
    </message>
    <message>
        <source>It may have. History shows the credits that were measured.</source>
        <translation>可能有。测得的积分见“历史记录”。</translation>
    </message>
    <message>
        <source>Akool says that {who} failed, and not why. Its ID is {id}.</source>
        <translation>Akool 表示 {who} 已失败，未说明原因。其 ID 为 {id}。</translation>
    </message>
    <message>
        <source>The session failed</source>
        <translation>会话失败</translation>
    </message>
    <message>
        <source>Akool says that {who} is over, and nobody has ended it here. Its ID is {id}.</source>
        <translation>Akool 表示 {who} 已结束，但这里没有人结束它。其 ID 为 {id}。</translation>
    </message>
    <message>
        <source>The session ended early</source>
        <translation>会话提前结束</translation>
    </message>
    <message>
        <source>“Run again” on its row fills the form with what was sent: create it once more. If that fails too, choose another avatar, or show Akool's support the ID.</source>
        <translation>在其所在行按“再次运行”，表单会填入当时发送的内容，然后重新创建。如果仍然失败，请选择其他数字人，或把该 ID 发给 Akool 客服。</translation>
    </message>
    <message>
        <source>Ask who else uses this account. “Run again” on its row fills the form with what was sent: create it once more.</source>
        <translation>请询问还有谁在使用此账户。在其所在行按“再次运行”，表单会填入当时发送的内容，然后重新创建。</translation>
    </message>
</context>
<context>
    <name>desk/strays.py</name>
    <message>
        <source>This session is in the list already</source>
        <translation>此会话已在列表中</translation>
    </message>
    <message>
        <source>Session {id} belongs to another row by now, so it is not the one that was looked for.</source>
        <translation>会话 {id} 现在属于另一行，所以它不是要找的那一个。</translation>
    </message>
    <message>
        <source>It may: one more session may be running.</source>
        <translation>可能产生费用：可能还有一个会话在运行。</translation>
    </message>
    <message>
        <source>Look for it again.</source>
        <translation>请再找一次。</translation>
    </message>
</context>
<context>
    <name>desk/transfer.py</name>
    <message>
        <source>{file}: its letters cannot be read. Save it as UTF-8 and import it again.</source>
        <translation>{file}：无法读取其中的文字。请将其存为 UTF-8 后重新导入。</translation>
    </message>
    <message>
        <source>{file}: it is nested too deep for a preset.</source>
        <translation>{file}：嵌套太深，不可能是预设。</translation>
    </message>
    <message>
        <source>there is nothing in it.</source>
        <translation>文件中没有内容。</translation>
    </message>
    <message>
        <source>{file}: {why}</source>
        <translation>{file}：{why}</translation>
    </message>
    <message>
        <source>{name} is here already, just as it came.</source>
        <translation>{name} 已在这里，与导入的内容完全相同。</translation>
    </message>
    <message>
        <source>{name} could not be imported: {why}</source>
        <translation>无法导入 {name}：{why}</translation>
    </message>
    <message>
        <source>{field} is not in this computer's keyring. Enter it once; saving keeps it.</source>
        <translation>“{field}”不在本机密钥环中。请输入一次；保存后由密钥环保管。</translation>
    </message>
    <message>
        <source>{field} {id} is not in the account's list.</source>
        <translation>{field} {id} 不在账户的列表中。</translation>
    </message>
    <message>
        <source>The JSON cannot be read from line {line}, column {column} on.</source>
        <translation>从第 {line} 行第 {column} 列起，JSON 无法读取。</translation>
    </message>
    <message>
        <source>{name} is here already and says something else. What came is {kept}.</source>
        <translation>{name} 已在这里，但内容不同。导入的存为 {kept}。</translation>
    </message>
    <message>
        <source>{name} imported as {kept}: there is another preset of that name.</source>
        <translation>{name} 已导入为 {kept}：已有另一个同名预设。</translation>
    </message>
    <message>
        <source>{name} imported.</source>
        <translation>{name} 已导入。</translation>
    </message>
    <message>
        <source>A secret stood in it in clear; it is kept apart from the file now.</source>
        <translation>其中有一项明文机密；现已与文件分开保存。</translation>
    </message>
    <message>
        <source>1 preset exported to {place}.</source>
        <translation>已将 1 个预设导出到 {place}。</translation>
    </message>
    <message>
        <source>{count} presets exported to {place}.</source>
        <translation>已将 {count} 个预设导出到 {place}。</translation>
    </message>
    <message>
        <source>{exported} No secret is in it: whoever imports it enters their own.</source>
        <translation>{exported}其中不含任何机密：导入者须自行输入。</translation>
    </message>
</context>
<context>
    <name>desk/withdrawn.py</name>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>The request was stopped before it left this computer.</source>
        <translation>请求在离开这台电脑之前已被停止。</translation>
    </message>
    <message>
        <source>Nothing more to do.</source>
        <translation>无需再做什么。</translation>
    </message>
    <message>
        <source>The request had left already, but Akool refused it.</source>
        <translation>请求已经发出，但 Akool 拒绝了它。</translation>
    </message>
    <message>
        <source>Cancelled, and the session ended</source>
        <translation>已取消，会话也已结束</translation>
    </message>
    <message>
        <source>The request had left already, and Akool started session {id}. It was ended at once.</source>
        <translation>请求已经发出，Akool 启动了会话 {id}。该会话已立即结束。</translation>
    </message>
    <message>
        <source>At most a few seconds. Akool gives the unused part back.</source>
        <translation>最多几秒钟的费用。未使用的部分由 Akool 退还。</translation>
    </message>
    <message>
        <source>Cancelled, but the session may be running</source>
        <translation>已取消，但会话可能在运行</translation>
    </message>
    <message>
        <source>The request had left already, and Akool started session {id}. Its end is not confirmed.</source>
        <translation>请求已经发出，Akool 启动了会话 {id}。其结束尚未确认。</translation>
    </message>
    <message>
        <source>Press Try again beside the session until its end is confirmed.</source>
        <translation>请在该会话旁按“重试”，直到确认结束。</translation>
    </message>
</context>
<context>
    <name>practice/failures.py</name>
    <message>
        <source>1003 Parameter error</source>
        <translation>1003 参数错误</translation>
    </message>
    <message>
        <source>Akool refuses a setting of the request.</source>
        <translation>Akool 拒绝了请求中的某项设置。</translation>
    </message>
    <message>
        <source>1004 Requires verification</source>
        <translation>1004 需要认证</translation>
    </message>
    <message>
        <source>Akool wants the account verified first.</source>
        <translation>Akool 要求先认证账户。</translation>
    </message>
    <message>
        <source>1005 Frequent operation</source>
        <translation>1005 操作频繁</translation>
    </message>
    <message>
        <source>Akool says that requests come too fast.</source>
        <translation>Akool 表示请求过于频繁。</translation>
    </message>
    <message>
        <source>1006 Insufficient quota</source>
        <translation>1006 配额不足</translation>
    </message>
    <message>
        <source>The account's quota is used up.</source>
        <translation>账户的配额已用完。</translation>
    </message>
    <message>
        <source>1008 Content does not exist</source>
        <translation>1008 内容不存在</translation>
    </message>
    <message>
        <source>Something that the request names is gone.</source>
        <translation>请求中提到的某项内容已不存在。</translation>
    </message>
    <message>
        <source>1009 Permission denied</source>
        <translation>1009 没有权限</translation>
    </message>
    <message>
        <source>The account may not do this.</source>
        <translation>该账户没有权限执行此操作。</translation>
    </message>
    <message>
        <source>1010 Cannot be operated</source>
        <translation>1010 无法操作</translation>
    </message>
    <message>
        <source>Akool says that this cannot be done now.</source>
        <translation>Akool 表示现在无法执行此操作。</translation>
    </message>
    <message>
        <source>1011 Has been operated</source>
        <translation>1011 已操作过</translation>
    </message>
    <message>
        <source>Akool says that this was done already.</source>
        <translation>Akool 表示此操作已经执行过。</translation>
    </message>
    <message>
        <source>1014 Resource does not exist</source>
        <translation>1014 资源不存在</translation>
    </message>
    <message>
        <source>The avatar, or something else that is named, is unknown.</source>
        <translation>数字人或其他指定的内容不存在。</translation>
    </message>
    <message>
        <source>1101 Illegal or expired token</source>
        <translation>1101 token 非法或已过期</translation>
    </message>
    <message>
        <source>Akool does not accept the key.</source>
        <translation>Akool 不接受该密钥。</translation>
    </message>
    <message>
        <source>1102 Token empty</source>
        <translation>1102 token 为空</translation>
    </message>
    <message>
        <source>Akool found no key in the request.</source>
        <translation>Akool 在请求中没有找到密钥。</translation>
    </message>
    <message>
        <source>1103 Not paid or overdue</source>
        <translation>1103 未付款或逾期</translation>
    </message>
    <message>
        <source>A bill of the account is open.</source>
        <translation>账户有未付的账单。</translation>
    </message>
    <message>
        <source>1104 Insufficient credit</source>
        <translation>1104 积分不足</translation>
    </message>
    <message>
        <source>The account has too few credits for the length asked for.</source>
        <translation>账户的积分不够所请求的时长。</translation>
    </message>
    <message>
        <source>1105 Avatar processing error</source>
        <translation>1105 数字人处理错误</translation>
    </message>
    <message>
        <source>The avatar could not be prepared.</source>
        <translation>未能准备好数字人。</translation>
    </message>
    <message>
        <source>1109 Account does not exist</source>
        <translation>1109 账户不存在</translation>
    </message>
    <message>
        <source>Akool does not know the account.</source>
        <translation>Akool 没有此账户。</translation>
    </message>
    <message>
        <source>1111 Avatar callback error</source>
        <translation>1111 数字人回调错误</translation>
    </message>
    <message>
        <source>Akool's own report on the avatar failed.</source>
        <translation>Akool 内部的数字人回调失败。</translation>
    </message>
    <message>
        <source>1112 Voice processing error</source>
        <translation>1112 语音处理错误</translation>
    </message>
    <message>
        <source>The voice could not be prepared.</source>
        <translation>未能准备好音色。</translation>
    </message>
    <message>
        <source>1200 Account blocked</source>
        <translation>1200 账户被封禁</translation>
    </message>
    <message>
        <source>Akool has blocked the account.</source>
        <translation>Akool 已封禁该账户。</translation>
    </message>
    <message>
        <source>1206 Background change error</source>
        <translation>1206 更换背景错误</translation>
    </message>
    <message>
        <source>The background could not be put in.</source>
        <translation>未能放入背景。</translation>
    </message>
    <message>
        <source>1213 Requires a subscription</source>
        <translation>1213 需要订阅</translation>
    </message>
    <message>
        <source>Only subscribers may do this.</source>
        <translation>只有订阅用户可以执行此操作。</translation>
    </message>
    <message>
        <source>1214 Live avatar in processing</source>
        <translation>1214 流媒体数字人处理中</translation>
    </message>
    <message>
        <source>The avatar is still being prepared.</source>
        <translation>数字人仍在准备中。</translation>
    </message>
    <message>
        <source>1215 Live avatar busy</source>
        <translation>1215 流媒体数字人繁忙</translation>
    </message>
    <message>
        <source>All places are taken, or the avatar is in use.</source>
        <translation>名额已满，或该数字人正在使用。</translation>
    </message>
    <message>
        <source>1216 Live avatar session does not exist</source>
        <translation>1216 流媒体数字人会话不存在</translation>
    </message>
    <message>
        <source>Akool does not know the session.</source>
        <translation>Akool 没有此会话。</translation>
    </message>
    <message>
        <source>1217 Live avatar callback error</source>
        <translation>1217 流媒体数字人回调错误</translation>
    </message>
    <message>
        <source>Akool's own report on the session failed.</source>
        <translation>Akool 内部的会话回调失败。</translation>
    </message>
    <message>
        <source>1218 Live avatar processing error</source>
        <translation>1218 流媒体数字人处理错误</translation>
    </message>
    <message>
        <source>The session could not be prepared.</source>
        <translation>未能准备好会话。</translation>
    </message>
    <message>
        <source>1219 Live avatar closed</source>
        <translation>1219 流媒体数字人已关闭</translation>
    </message>
    <message>
        <source>Akool says that the session is closed already.</source>
        <translation>Akool 表示会话已经关闭。</translation>
    </message>
    <message>
        <source>1220 Live avatar upload error</source>
        <translation>1220 流媒体数字人上传错误</translation>
    </message>
    <message>
        <source>The avatar's own video could not be taken in.</source>
        <translation>未能接收数字人自己的视频。</translation>
    </message>
    <message>
        <source>1221 Account not subscribed</source>
        <translation>1221 账户未订阅</translation>
    </message>
    <message>
        <source>The account has no subscription.</source>
        <translation>该账户没有订阅。</translation>
    </message>
    <message>
        <source>1222 Resource already exists</source>
        <translation>1222 资源已存在</translation>
    </message>
    <message>
        <source>Akool has something of this name already.</source>
        <translation>Akool 已有同名内容。</translation>
    </message>
    <message>
        <source>1223 Live avatar upload exceeded</source>
        <translation>1223 流媒体数字人上传超限</translation>
    </message>
    <message>
        <source>The account has as many own avatars as it may.</source>
        <translation>账户自有的数字人已达上限。</translation>
    </message>
    <message>
        <source>1232 Knowledge base not found</source>
        <translation>1232 找不到知识库</translation>
    </message>
    <message>
        <source>Akool does not know the knowledge base.</source>
        <translation>Akool 没有此知识库。</translation>
    </message>
    <message>
        <source>1007 Too many faces</source>
        <translation>1007 人脸过多</translation>
    </message>
    <message>
        <source>Akool was to change more faces than it may.</source>
        <translation>要 Akool 替换的人脸超过允许的数量。</translation>
    </message>
    <message>
        <source>1013 Use the video's audio</source>
        <translation>1013 请使用视频的音频</translation>
    </message>
    <message>
        <source>Akool wants the sound that is in the video.</source>
        <translation>Akool 要求使用视频自带的声音。</translation>
    </message>
    <message>
        <source>1015 Video processing error</source>
        <translation>1015 视频处理错误</translation>
    </message>
    <message>
        <source>A video could not be processed.</source>
        <translation>某段视频无法处理。</translation>
    </message>
    <message>
        <source>1016 Face swapping error</source>
        <translation>1016 换脸错误</translation>
    </message>
    <message>
        <source>A face could not be swapped.</source>
        <translation>某张脸无法替换。</translation>
    </message>
    <message>
        <source>1017 Audio not created</source>
        <translation>1017 未生成音频</translation>
    </message>
    <message>
        <source>No sound came about.</source>
        <translation>没有生成声音。</translation>
    </message>
    <message>
        <source>1108 Image processing error</source>
        <translation>1108 图片处理错误</translation>
    </message>
    <message>
        <source>A picture could not be processed.</source>
        <translation>某张图片无法处理。</translation>
    </message>
    <message>
        <source>1110 Audio processing error</source>
        <translation>1110 音频处理错误</translation>
    </message>
    <message>
        <source>A sound could not be processed.</source>
        <translation>某段声音无法处理。</translation>
    </message>
    <message>
        <source>1201 Create audio error</source>
        <translation>1201 生成音频错误</translation>
    </message>
    <message>
        <source>A sound could not be made.</source>
        <translation>某段声音无法生成。</translation>
    </message>
    <message>
        <source>1202 Same language</source>
        <translation>1202 语言相同</translation>
    </message>
    <message>
        <source>The video is in the wanted language already.</source>
        <translation>视频本来就是所要的语言。</translation>
    </message>
    <message>
        <source>1203 Video without audio</source>
        <translation>1203 视频没有音频</translation>
    </message>
    <message>
        <source>Akool wants a video with sound.</source>
        <translation>Akool 要求带声音的视频。</translation>
    </message>
    <message>
        <source>1204 Duration exceeded</source>
        <translation>1204 时长超限</translation>
    </message>
    <message>
        <source>A video is longer than a minute.</source>
        <translation>视频超过一分钟。</translation>
    </message>
    <message>
        <source>1205 Create video error</source>
        <translation>1205 生成视频错误</translation>
    </message>
    <message>
        <source>A video could not be made.</source>
        <translation>某段视频无法生成。</translation>
    </message>
    <message>
        <source>1207 Size exceeded</source>
        <translation>1207 大小超限</translation>
    </message>
    <message>
        <source>A file is larger than 300 MB.</source>
        <translation>文件大于 300 MB。</translation>
    </message>
    <message>
        <source>1208 Video parsing error</source>
        <translation>1208 视频解析错误</translation>
    </message>
    <message>
        <source>A video could not be read.</source>
        <translation>某段视频无法读取。</translation>
    </message>
    <message>
        <source>1209 Encoding not supported</source>
        <translation>1209 不支持的编码</translation>
    </message>
    <message>
        <source>A video is of a kind that Akool does not read.</source>
        <translation>Akool 不能读取这种视频。</translation>
    </message>
    <message>
        <source>1210 Frame rate exceeded</source>
        <translation>1210 帧率超限</translation>
    </message>
    <message>
        <source>A video has too many frames a second.</source>
        <translation>视频的帧率过高。</translation>
    </message>
    <message>
        <source>1211 Lip sync error</source>
        <translation>1211 对口型错误</translation>
    </message>
    <message>
        <source>Lips and sound could not be matched.</source>
        <translation>口型与声音无法对上。</translation>
    </message>
    <message>
        <source>1212 Sentiment analysis fails</source>
        <translation>1212 情绪分析失败</translation>
    </message>
    <message>
        <source>The mood of a text could not be read.</source>
        <translation>无法判断文字的情绪。</translation>
    </message>
    <message>
        <source>1233 Knowledge base exists</source>
        <translation>1233 知识库已存在</translation>
    </message>
    <message>
        <source>A knowledge base of that name is there already.</source>
        <translation>那里已有同名的知识库。</translation>
    </message>
    <message>
        <source>1234 Knowledge base not created</source>
        <translation>1234 未能创建知识库</translation>
    </message>
    <message>
        <source>A knowledge base could not be made.</source>
        <translation>某个知识库无法创建。</translation>
    </message>
    <message>
        <source>1235 Knowledge base not updated</source>
        <translation>1235 未能更新知识库</translation>
    </message>
    <message>
        <source>A knowledge base could not be changed.</source>
        <translation>某个知识库无法修改。</translation>
    </message>
    <message>
        <source>1236 Knowledge base detail error</source>
        <translation>1236 知识库详情错误</translation>
    </message>
    <message>
        <source>A knowledge base could not be opened.</source>
        <translation>某个知识库无法打开。</translation>
    </message>
    <message>
        <source>Slow answer</source>
        <translation>答复缓慢</translation>
    </message>
    <message>
        <source>The session is booked; the answer comes after 20 seconds.</source>
        <translation>会话已预订；20 秒后才有答复。</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>没有答复</translation>
    </message>
    <message>
        <source>The session is booked; no answer ever comes.</source>
        <translation>会话已预订；始终没有答复。</translation>
    </message>
    <message>
        <source>Cut before booking</source>
        <translation>预订前中断</translation>
    </message>
    <message>
        <source>The connection is cut; no session is booked.</source>
        <translation>连接中断；没有预订会话。</translation>
    </message>
    <message>
        <source>Cut after booking</source>
        <translation>预订后中断</translation>
    </message>
    <message>
        <source>The session is booked; the connection is cut within the answer.</source>
        <translation>会话已预订；连接在答复途中中断。</translation>
    </message>
    <message>
        <source>Not JSON</source>
        <translation>不是 JSON</translation>
    </message>
    <message>
        <source>A gateway answers 502 with a web page; no session is booked.</source>
        <translation>网关返回 502 和一个网页；没有预订会话。</translation>
    </message>
    <message>
        <source>Wrong shape</source>
        <translation>结构不对</translation>
    </message>
    <message>
        <source>The answer is JSON of another shape; no session is booked.</source>
        <translation>答复是另一种结构的 JSON；没有预订会话。</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>The session is booked; the answer says so and nothing else.</source>
        <translation>会话已预订；答复只说了这一点。</translation>
    </message>
    <message>
        <source>Huge answer</source>
        <translation>答复巨大</translation>
    </message>
    <message>
        <source>The answer is 50 MB long; no session is booked.</source>
        <translation>答复长达 50 MB；没有预订会话。</translation>
    </message>
    <message>
        <source>Redirect</source>
        <translation>重定向</translation>
    </message>
    <message>
        <source>The answer points to another address; no session is booked.</source>
        <translation>答复指向另一个地址；没有预订会话。</translation>
    </message>
    <message>
        <source>HTTP 401</source>
        <translation>HTTP 401</translation>
    </message>
    <message>
        <source>The key is refused by status line alone; no session is booked.</source>
        <translation>仅以状态行拒绝密钥；没有预订会话。</translation>
    </message>
    <message>
        <source>HTTP 429</source>
        <translation>HTTP 429</translation>
    </message>
    <message>
        <source>Too many requests, come back in 30 seconds; no session is booked.</source>
        <translation>请求太多，请 30 秒后再来；没有预订会话。</translation>
    </message>
    <message>
        <source>HTTP 500</source>
        <translation>HTTP 500</translation>
    </message>
    <message>
        <source>The service breaks down; no session is booked.</source>
        <translation>服务崩溃；没有预订会话。</translation>
    </message>
    <message>
        <source>Session fails</source>
        <translation>会话失败</translation>
    </message>
    <message>
        <source>The session is booked, fails after waiting in line, and costs nothing.</source>
        <translation>会话已预订，排队后失败，不产生费用。</translation>
    </message>
</context>
<context>
    <name>session/fields.py</name>
    <message>
        <source>Avatar</source>
        <translation>数字人</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>音色</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Scene mode</source>
        <translation>场景模式</translation>
    </message>
    <message>
        <source>Stream type</source>
        <translation>流类型</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>凭证</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>Akool does not say which voice wins when fast dialogue and ElevenLabs are both on. Try it before a show.</source>
        <translation>Akool 没有说明同时开启快速对话和 ElevenLabs 时以哪个音色为准。请在正式演出前先试一下。</translation>
    </message>
    <message>
        <source>alloy</source>
        <translation>alloy</translation>
    </message>
    <message>
        <source>ash</source>
        <translation>ash</translation>
    </message>
    <message>
        <source>ballad</source>
        <translation>ballad</translation>
    </message>
    <message>
        <source>coral</source>
        <translation>coral</translation>
    </message>
    <message>
        <source>echo</source>
        <translation>echo</translation>
    </message>
    <message>
        <source>sage</source>
        <translation>sage</translation>
    </message>
    <message>
        <source>shimmer</source>
        <translation>shimmer</translation>
    </message>
    <message>
        <source>verse</source>
        <translation>verse</translation>
    </message>
    <message>
        <source>marin</source>
        <translation>marin</translation>
    </message>
    <message>
        <source>cedar</source>
        <translation>cedar</translation>
    </message>
    <message>
        <source>takes a background</source>
        <translation>可换背景</translation>
    </message>
    <message>
        <source>takes no background</source>
        <translation>不可换背景</translation>
    </message>
    <message>
        <source>Because this avatar brings its own background. This comes back when you choose another.</source>
        <translation>因为此数字人自带背景。改选其他数字人后会恢复。</translation>
    </message>
    <message>
        <source>Whose face speaks. Choose one of your account's avatars, or paste an avatar ID.</source>
        <translation>由谁出镜说话。请从账户的数字人中选择，或粘贴数字人 ID。</translation>
    </message>
    <message>
        <source>This avatar brings its own background.</source>
        <translation>此数字人自带背景。</translation>
    </message>
    <message>
        <source>Background picture or video</source>
        <translation>背景图片或视频</translation>
    </message>
    <message>
        <source>Optional. A link anyone can open. History keeps it as it is, signature and all.</source>
        <translation>可选。任何人都能打开的链接。历史记录会原样保存它，包括其中的签名。</translation>
    </message>
    <message>
        <source>Avatar's own voice</source>
        <translation>数字人自带音色</translation>
    </message>
    <message>
        <source>Optional. A voice of your account's list; the avatar's own voice while this is empty.</source>
        <translation>可选。账户列表中的音色；留空则使用数字人自带的音色。</translation>
    </message>
    <message>
        <source>The ID of a voice in your ElevenLabs account.</source>
        <translation>您的 ElevenLabs 账户中某个音色的 ID。</translation>
    </message>
    <message>
        <source>ElevenLabs is on: enter the ID of an ElevenLabs voice here, or Akool may use another voice.</source>
        <translation>已开启 ElevenLabs：请在这里输入 ElevenLabs 音色的 ID，否则 Akool 可能使用其他音色。</translation>
    </message>
    <message>
        <source>Both Voice and Voice from a link are set. Akool does not say which one wins; keep one.</source>
        <translation>“音色”和“链接音色”都已设置。Akool 没有说明以哪个为准；请只保留一个。</translation>
    </message>
    <message>
        <source>This voice speaks another language than the session.</source>
        <translation>此音色的语言与会话语言不同。</translation>
    </message>
    <message>
        <source>This voice and the avatar differ in gender.</source>
        <translation>此音色与数字人的性别不同。</translation>
    </message>
    <message>
        <source>Voice from a link</source>
        <translation>链接音色</translation>
    </message>
    <message>
        <source>Optional. The link of a custom voice model.</source>
        <translation>可选。自定义音色模型的链接。</translation>
    </message>
    <message>
        <source>Fast dialogue voice</source>
        <translation>快速对话音色</translation>
    </message>
    <message>
        <source>Fast dialogue has its own voices; those of the voice list do not work there.</source>
        <translation>快速对话有自己的音色；音色列表中的音色在这里不起作用。</translation>
    </message>
    <message>
        <source>Speaking speed</source>
        <translation>语速</translation>
    </message>
    <message>
        <source>From 0.80, slow, to 1.20, fast.</source>
        <translation>从 0.80（慢）到 1.20（快）。</translation>
    </message>
    <message>
        <source>Say words as</source>
        <translation>指定读音</translation>
    </message>
    <message>
        <source>A word as it is written, and how it shall be said: akool → ai ku er.</source>
        <translation>左边是书面写法，右边是读法：akool → ai ku er。</translation>
    </message>
    <message>
        <source>Use my ElevenLabs account</source>
        <translation>使用我的 ElevenLabs 账户</translation>
    </message>
    <message>
        <source>Speak with a voice of your own ElevenLabs account, on its bill.</source>
        <translation>用您自己 ElevenLabs 账户中的音色说话，费用由该账户承担。</translation>
    </message>
    <message>
        <source>ElevenLabs API key</source>
        <translation>ElevenLabs API 密钥</translation>
    </message>
    <message>
        <source>From your ElevenLabs profile. It is sent to Akool with the session.</source>
        <translation>来自您的 ElevenLabs 个人资料。它会随会话发送给 Akool。</translation>
    </message>
    <message>
        <source>ElevenLabs model</source>
        <translation>ElevenLabs 模型</translation>
    </message>
    <message>
        <source>Stability</source>
        <translation>稳定性</translation>
    </message>
    <message>
        <source>0, lively, to 1, even.</source>
        <translation>从 0（生动）到 1（平稳）。</translation>
    </message>
    <message>
        <source>Similarity boost</source>
        <translation>相似度增强</translation>
    </message>
    <message>
        <source>0, loose, to 1, close to the original voice.</source>
        <translation>从 0（宽松）到 1（贴近原音色）。</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>风格</translation>
    </message>
    <message>
        <source>0, plain, to 1, exaggerated.</source>
        <translation>从 0（平实）到 1（夸张）。</translation>
    </message>
    <message>
        <source>Speaker boost</source>
        <translation>说话人增强</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Dialogue</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>answers people</source>
        <translation>回答人们的提问</translation>
    </message>
    <message>
        <source>Retelling</source>
        <translation>复述</translation>
    </message>
    <message>
        <source>says exactly what it is sent</source>
        <translation>逐字说出收到的文字</translation>
    </message>
    <message>
        <source>Retelling with fast dialogue: fast dialogue listens to voices only, so there may be nothing to retell.</source>
        <translation>复述搭配快速对话：快速对话只听语音，因此可能没有可复述的内容。</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>The language code of the session, such as en or zh-CN.</source>
        <translation>会话的语言代码，例如 en 或 zh-CN。</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>知识库</translation>
    </message>
    <message>
        <source>Optional. Documents that the avatar answers from.</source>
        <translation>可选。数字人据以作答的文档。</translation>
    </message>
    <message>
        <source>In Retelling the avatar says what it is sent, so the knowledge base may not be used.</source>
        <translation>在复述模式下，数字人只说收到的文字，因此可能用不到知识库。</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>the usual way</source>
        <translation>常规方式</translation>
    </message>
    <message>
        <source>Fast dialogue</source>
        <translation>快速对话</translation>
    </message>
    <message>
        <source>quicker answers, voice input only</source>
        <translation>应答更快，仅支持语音输入</translation>
    </message>
    <message>
        <source>End-to-end engine</source>
        <translation>端到端引擎</translation>
    </message>
    <message>
        <source>OpenAI</source>
        <translation>OpenAI</translation>
    </message>
    <message>
        <source>Speech recognition language</source>
        <translation>语音识别语言</translation>
    </message>
    <message>
        <source>Optional. The language people will speak; it makes recognition more accurate.</source>
        <translation>可选。人们将要说的语言；设置后识别更准确。</translation>
    </message>
    <message>
        <source>Speech recognition engine</source>
        <translation>语音识别引擎</translation>
    </message>
    <message>
        <source>OpenAI Realtime</source>
        <translation>OpenAI Realtime</translation>
    </message>
    <message>
        <source>OpenAI Realtime may answer by itself, even in Retelling.</source>
        <translation>OpenAI Realtime 可能会自行作答，即使在复述模式下。</translation>
    </message>
    <message>
        <source>Turn detection</source>
        <translation>话轮检测</translation>
    </message>
    <message>
        <source>Server VAD</source>
        <translation>Server VAD</translation>
    </message>
    <message>
        <source>after a silence</source>
        <translation>静默之后</translation>
    </message>
    <message>
        <source>Semantic VAD</source>
        <translation>Semantic VAD</translation>
    </message>
    <message>
        <source>when the sentence sounds finished</source>
        <translation>听起来一句话说完时</translation>
    </message>
    <message>
        <source>How the avatar notices that a person has finished speaking.</source>
        <translation>数字人如何判断对方已经说完。</translation>
    </message>
    <message>
        <source>Activation threshold</source>
        <translation>激活阈值</translation>
    </message>
    <message>
        <source>Higher needs louder speech: better in a noisy hall.</source>
        <translation>数值越高，需要说得越响：适合嘈杂的大厅。</translation>
    </message>
    <message>
        <source>Audio kept before speech</source>
        <translation>说话前保留的音频</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>In milliseconds. More loses fewer first syllables.</source>
        <translation>单位为毫秒。越长越不易丢掉开头的音节。</translation>
    </message>
    <message>
        <source>Silence before the answer</source>
        <translation>作答前的静默</translation>
    </message>
    <message>
        <source>In milliseconds. Shorter answers sooner, and interrupts sooner.</source>
        <translation>单位为毫秒。越短应答越快，也越容易打断对方。</translation>
    </message>
    <message>
        <source>Agora</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>LiveKit</source>
        <translation>LiveKit</translation>
    </message>
    <message>
        <source>TRTC (Tencent)</source>
        <translation>TRTC（腾讯）</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Akool's room</source>
        <translation>Akool 的房间</translation>
    </message>
    <message>
        <source>My own room</source>
        <translation>我自己的房间</translation>
    </message>
    <message>
        <source>Agora UID</source>
        <translation>Agora UID</translation>
    </message>
    <message>
        <source>The avatar's number in the channel.</source>
        <translation>数字人在频道中的编号。</translation>
    </message>
    <message>
        <source>Agora App ID</source>
        <translation>Agora App ID</translation>
    </message>
    <message>
        <source>Agora channel</source>
        <translation>Agora 频道</translation>
    </message>
    <message>
        <source>Agora token</source>
        <translation>Agora token</translation>
    </message>
    <message>
        <source>For the avatar, not for viewers.</source>
        <translation>供数字人使用，不供观众使用。</translation>
    </message>
    <message>
        <source>LiveKit server URL</source>
        <translation>LiveKit 服务器 URL</translation>
    </message>
    <message>
        <source>LiveKit token</source>
        <translation>LiveKit token</translation>
    </message>
    <message>
        <source>LiveKit room</source>
        <translation>LiveKit 房间</translation>
    </message>
    <message>
        <source>LiveKit server identity</source>
        <translation>LiveKit 服务端身份</translation>
    </message>
    <message>
        <source>LiveKit client identity</source>
        <translation>LiveKit 客户端身份</translation>
    </message>
    <message>
        <source>TRTC SDKAppID</source>
        <translation>TRTC SDKAppID</translation>
    </message>
    <message>
        <source>TRTC room</source>
        <translation>TRTC 房间</translation>
    </message>
    <message>
        <source>TRTC user</source>
        <translation>TRTC 用户</translation>
    </message>
    <message>
        <source>The avatar's user ID in the room.</source>
        <translation>数字人在房间中的用户 ID。</translation>
    </message>
    <message>
        <source>TRTC UserSig</source>
        <translation>TRTC UserSig</translation>
    </message>
    <message>
        <source>Session length</source>
        <translation>会话时长</translation>
    </message>
    <message>
        <source>Minutes and seconds, up to 60:00. Credits for all of it are held in advance.</source>
        <translation>分和秒，最长 60:00。全部时长的积分会预先扣住。</translation>
    </message>
    <message>
        <source>Length not known: Akool decides when the session ends, and no warning is given before it.</source>
        <translation>时长未知：何时结束由 Akool 决定，事先不会有提醒。</translation>
    </message>
</context>
<context>
    <name>session/meanings.py</name>
    <message>
        <source>The digital person that is seen and heard. Each has an ID; Choose… shows those that your account may use. One that was made from your own video can be used once Akool has finished it.</source>
        <translation>观众看到和听到的数字人。每个数字人都有一个 ID；“选择…”会列出您的账户可以使用的数字人。用您自己的视频制作的数字人，要等 Akool 处理完成后才能使用。</translation>
    </message>
    <message>
        <source>A picture or video that is shown behind the avatar. Akool's servers fetch it, so the link must work without a login.</source>
        <translation>显示在数字人身后的图片或视频。由 Akool 的服务器读取，因此链接必须无需登录即可打开。</translation>
    </message>
    <message>
        <source>Another voice in the place of the avatar's own, by its ID. Voices of Akool Multilingual 2 cannot be used in a session. While ElevenLabs is on, it is the ID of a voice there.</source>
        <translation>用另一种音色代替数字人自带的音色，以其 ID 指定。Akool Multilingual 2 的音色不能用于会话。开启 ElevenLabs 时，这里填写 ElevenLabs 的音色 ID。</translation>
    </message>
    <message>
        <source>The link of a custom voice model, as Akool's list of voices gives it. Use this or Voice, not both.</source>
        <translation>自定义音色模型的链接，以 Akool 音色列表给出的为准。请在此项与“音色”之间只用一个。</translation>
    </message>
    <message>
        <source>Fast dialogue speaks with one of ten preset voices. The voices of your account's list are not available in it.</source>
        <translation>快速对话使用十种预设音色之一说话。您账户列表中的音色在此模式下不可用。</translation>
    </message>
    <message>
        <source>How fast the avatar speaks. 1.00 is the usual speed, and what Akool takes if none is sent.</source>
        <translation>数字人说话的快慢。1.00 是正常语速，也是不发送时 Akool 采用的语速。</translation>
    </message>
    <message>
        <source>How words are said that a voice gets wrong, such as names. Write the word at the left, and at the right how it sounds.</source>
        <translation>音色读错的词（例如名称）应该怎么读。左边写词，右边写它的读音。</translation>
    </message>
    <message>
        <source>Speech is made with your ElevenLabs account in the place of Akool's voices, and ElevenLabs bills you for it. The switch itself is not sent: the settings under it are.</source>
        <translation>用您的 ElevenLabs 账户代替 Akool 的音色生成语音，费用由 ElevenLabs 向您收取。开关本身不会发送，发送的是它下面的设置。</translation>
    </message>
    <message>
        <source>The secret that lets Akool use your ElevenLabs account. It is never written to a file here; with each session it goes to Akool.</source>
        <translation>让 Akool 能够使用您的 ElevenLabs 账户的密钥。本机从不把它写入文件；每次会话都会把它发送给 Akool。</translation>
    </message>
    <message>
        <source>Which of ElevenLabs' models makes the speech. Flash and turbo models are made for quick answers, multilingual ones for many languages.</source>
        <translation>由 ElevenLabs 的哪个模型生成语音。flash 和 turbo 模型追求回答迅速，multilingual 模型支持多种语言。</translation>
    </message>
    <message>
        <source>How alike the voice sounds from sentence to sentence. Higher is more consistent, lower brings more variation.</source>
        <translation>各句之间音色的一致程度。数值越高越稳定，越低变化越多。</translation>
    </message>
    <message>
        <source>How closely the speech keeps to the original voice. Higher keeps closer to it.</source>
        <translation>语音与原始音色的贴近程度。数值越高越贴近。</translation>
    </message>
    <message>
        <source>How strongly the style of the original speaker is exaggerated. 0 leaves it as it is.</source>
        <translation>对原说话者风格的夸张程度。0 表示保持原样。</translation>
    </message>
    <message>
        <source>Makes the speech more like the original speaker. Akool's page recommends it for cloned voices.</source>
        <translation>让语音更像原说话者。Akool 的页面建议克隆音色时使用。</translation>
    </message>
    <message>
        <source>What the avatar does with what it is given. In Dialogue it holds a conversation; in Retelling it says the text that it is sent, word for word.</source>
        <translation>数字人如何处理收到的内容。“对话”模式下它与人交谈；“复述”模式下它一字不差地念出收到的文字。</translation>
    </message>
    <message>
        <source>The language of the session, as a code from Akool's list of languages. It should be one that the voice speaks.</source>
        <translation>会话的语言，使用 Akool 语言列表中的代码。应当是所选音色会说的语言。</translation>
    </message>
    <message>
        <source>A collection of your documents and links at Akool. The avatar draws on it, so that its answers are about your matters. It is made and filled at Akool; here you choose one.</source>
        <translation>您在 Akool 存放的文档和链接的集合。数字人据此回答，使答案与您的业务有关。知识库在 Akool 上创建和填充，这里只做选择。</translation>
    </message>
    <message>
        <source>Fast dialogue answers with less delay, and takes voice input only: no typed text. It has voices of its own. Standard is what Akool does when nothing is sent.</source>
        <translation>“快速对话”回答延迟更小，只接受语音输入，不接受打字，并且有自己的音色。“标准”即不发送任何值时 Akool 的做法。</translation>
    </message>
    <message>
        <source>Who provides the model that hears and answers in one go, in fast dialogue. OpenAI is the only one that Akool names; not sent leaves it to Akool.</source>
        <translation>快速对话中由谁提供一步完成听与答的模型。Akool 只列出了 OpenAI；不发送则由 Akool 决定。</translation>
    </message>
    <message>
        <source>The language in which people speak to the avatar, so that it understands them better. Without it Akool uses a default or finds out by itself.</source>
        <translation>人们对数字人说话时使用的语言，填写后识别更准确。不填时 Akool 使用默认语言或自动识别。</translation>
    </message>
    <message>
        <source>What turns people's speech into text. OpenAI Realtime is the only one that Akool names; not sent leaves it to Akool.</source>
        <translation>由什么把人说的话转成文字。Akool 只列出了 OpenAI Realtime；不发送则由 Akool 决定。</translation>
    </message>
    <message>
        <source>How the avatar notices that it is its turn. Server VAD waits for a silence; Semantic VAD goes by whether the sentence sounds finished. VAD is short for voice activity detection.</source>
        <translation>数字人如何判断轮到自己说话。Server VAD 等待一段静音；Semantic VAD 判断句子听起来是否已经说完。VAD 是语音活动检测的缩写。</translation>
    </message>
    <message>
        <source>How loud a sound must be to count as speech, from 0 to 1. In a noisy hall a higher value keeps the avatar from answering the noise.</source>
        <translation>声音要多大才算说话，从 0 到 1。在嘈杂的展厅里，较高的值可避免数字人对噪声作出回答。</translation>
    </message>
    <message>
        <source>How much sound from before the first word is taken along, in milliseconds, so that the beginning of a sentence is not cut off.</source>
        <translation>第一个词之前的声音保留多少毫秒，以免句子开头被截掉。</translation>
    </message>
    <message>
        <source>How long somebody must be silent, in milliseconds, until their turn counts as over. Short is quick, but a pause for thought is taken for the end.</source>
        <translation>一个人要静默多少毫秒才算说完。时间短则反应快，但思考时的停顿会被当作结束。</translation>
    </message>
    <message>
        <source>Whose network carries picture and sound between Akool and the viewers. Choose the one that your front end or your room uses; for the Stage any will do.</source>
        <translation>在 Akool 与观众之间传送画面和声音的是谁的网络。请选择您的前端或房间所用的；用舞台页面观看时任选其一。</translation>
    </message>
    <message>
        <source>Where the avatar appears. Akool's room is made for the session, and you get what viewers need to join. Your own room is on your own Agora, LiveKit or TRTC account, and the avatar joins it like a guest.</source>
        <translation>数字人出现的地方。Akool 的房间专为会话创建，您会得到观众加入所需的信息。您自己的房间在您自己的 Agora、LiveKit 或 TRTC 账户上，数字人像客人一样加入。</translation>
    </message>
    <message>
        <source>The number under which the avatar joins your channel. No one else in the channel may have it, and the token must be made for it.</source>
        <translation>数字人加入您的频道时使用的编号。频道中其他人不得使用同一编号，token 也必须为它制作。</translation>
    </message>
    <message>
        <source>The ID of your project in Agora's console. Your channel belongs to that project.</source>
        <translation>您的项目在 Agora 控制台中的 ID。您的频道属于该项目。</translation>
    </message>
    <message>
        <source>The name of the channel on your Agora account that the avatar joins. Viewers join the same one.</source>
        <translation>数字人加入的、您 Agora 账户上的频道名称。观众加入同一频道。</translation>
    </message>
    <message>
        <source>The pass that your server makes to let the avatar into the channel. Viewers need passes of their own: a second join with this one would put the avatar out.</source>
        <translation>您的服务器为让数字人进入频道而制作的通行证。观众需要自己的通行证：再次用它加入会把数字人挤出去。</translation>
    </message>
    <message>
        <source>The address of your LiveKit server, as your project shows it. It begins with wss://.</source>
        <translation>您的 LiveKit 服务器地址，以项目中显示的为准。以 wss:// 开头。</translation>
    </message>
    <message>
        <source>The pass that your server makes to let the avatar into the room. Viewers need passes of their own: a second join with this one would put the avatar out.</source>
        <translation>您的服务器为让数字人进入房间而制作的通行证。观众需要自己的通行证：再次用它加入会把数字人挤出去。</translation>
    </message>
    <message>
        <source>The name of the room on your LiveKit server that the avatar joins. The token must be for the same room.</source>
        <translation>数字人加入的、您 LiveKit 服务器上的房间名称。token 必须为同一房间制作。</translation>
    </message>
    <message>
        <source>The name by which the avatar's side is known in the room. The token of the avatar carries it.</source>
        <translation>数字人一方在房间中使用的名称。数字人的 token 中带有它。</translation>
    </message>
    <message>
        <source>The name by which your viewer's side is known in the room. Akool lists it as optional and says no more of it.</source>
        <translation>您的观众一方在房间中使用的名称。Akool 将其列为可选，没有进一步说明。</translation>
    </message>
    <message>
        <source>The number of your application in Tencent's TRTC console, called SDKAppID there.</source>
        <translation>您的应用在腾讯 TRTC 控制台中的编号，在那里称为 SDKAppID。</translation>
    </message>
    <message>
        <source>The room in your TRTC application that the avatar joins. Akool takes it as text, so viewers must join a room named by text, not by number.</source>
        <translation>数字人加入的、您 TRTC 应用中的房间。Akool 把它作为文本处理，因此观众必须加入以文本（而非数字）命名的房间。</translation>
    </message>
    <message>
        <source>The user name under which the avatar joins. No one else in the room may have it, and the UserSig must be made for it.</source>
        <translation>数字人加入时使用的用户名。房间中其他人不得使用同一用户名，UserSig 也必须为它制作。</translation>
    </message>
    <message>
        <source>The pass that your server makes for the avatar's user name. Viewers need passes of their own: a second join with this one would put the avatar out.</source>
        <translation>您的服务器为数字人的用户名制作的通行证。观众需要自己的通行证：再次用它加入会把数字人挤出去。</translation>
    </message>
    <message>
        <source>How long the session may last, at most an hour. Akool charges credits for all of it at the start and gives back what was not used after the end.</source>
        <translation>会话最多持续多久，上限一小时。Akool 在开始时按全部时长扣除积分，结束后退还未用的部分。</translation>
    </message>
</context>
<context>
    <name>session/passes.py</name>
    <message>
        <source>room {said}</source>
        <translation>房间 {said}</translation>
    </message>
    <message>
        <source>channel {said}</source>
        <translation>频道 {said}</translation>
    </message>
    <message>
        <source>identity {said}</source>
        <translation>身份 {said}</translation>
    </message>
    <message>
        <source>UID {said}</source>
        <translation>UID {said}</translation>
    </message>
    <message>
        <source>user {said}</source>
        <translation>用户 {said}</translation>
    </message>
    <message>
        <source>app ID {said}</source>
        <translation>App ID {said}</translation>
    </message>
    <message>
        <source>This token is for another channel than {field} says.</source>
        <translation>此 token 所属的频道与“{field}”不同。</translation>
    </message>
    <message>
        <source>This token is for another UID than {field} says.</source>
        <translation>此 token 所属的 UID 与“{field}”不同。</translation>
    </message>
    <message>
        <source>This token does not let the avatar join.</source>
        <translation>此 token 不允许数字人加入。</translation>
    </message>
    <message>
        <source>This token does not allow publishing: the avatar would be neither seen nor heard.</source>
        <translation>此 token 不允许发布：数字人既看不见也听不见。</translation>
    </message>
    <message>
        <source>This token does not allow sending data, so that what the avatar hears and says is not reported.</source>
        <translation>此 token 不允许发送数据，因此数字人听到和说出的内容不会回报。</translation>
    </message>
    <message>
        <source>This token allows joining alone, which is too little where Agora asks who may publish.</source>
        <translation>此 token 只允许加入；如果 Agora 会校验发布权限，这还不够。</translation>
    </message>
    <message>
        <source>Expired {span} ago</source>
        <translation>{span} 前已过期</translation>
    </message>
    <message>
        <source>The avatar could not join. Paste a new one.</source>
        <translation>数字人将无法加入。请粘贴新的。</translation>
    </message>
    <message>
        <source>Not good for another {span}</source>
        <translation>{span} 后才生效</translation>
    </message>
    <message>
        <source>The avatar could not join yet.</source>
        <translation>数字人现在还无法加入。</translation>
    </message>
    <message>
        <source>Good without a limit</source>
        <translation>长期有效</translation>
    </message>
    <message>
        <source>Good for {span}, shorter than your {length} session</source>
        <translation>有效期还剩 {span}，短于会话时长 {length}</translation>
    </message>
    <message>
        <source>Good for {span}</source>
        <translation>有效期还剩 {span}</translation>
    </message>
    <message>
        <source>This token is for {fact}; {field} says {typed}.</source>
        <translation>此 token 用于{fact}；而“{field}”填的是 {typed}。</translation>
    </message>
    <message>
        <source>{clock}. A warning only: you may still create.</source>
        <translation>{clock}。仅为提醒：您仍可创建。</translation>
    </message>
    <message>
        <source>may publish</source>
        <translation>允许发布</translation>
    </message>
    <message>
        <source>may send data</source>
        <translation>允许发送数据</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} 小时</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 分钟</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} 分钟</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 秒</translation>
    </message>
    <message>
        <source>{count} seconds</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{count}-second</source>
        <translation>{count} 秒</translation>
    </message>
    <message>
        <source>{minutes}:{seconds}-minute</source>
        <translation>{minutes}:{seconds}</translation>
    </message>
    <message>
        <source>{count}-minute</source>
        <translation>{count} 分钟</translation>
    </message>
</context>
<context>
    <name>session/pasted.py</name>
    <message>
        <source>Nothing has been pasted yet.</source>
        <translation>还没有粘贴任何内容。</translation>
    </message>
    <message>
        <source>This is longer than any request. Paste the command or the JSON alone.</source>
        <translation>这比任何请求都长。请只粘贴命令或 JSON。</translation>
    </message>
    <message>
        <source>This is nested deeper than any request.</source>
        <translation>这比任何请求嵌套得都深。</translation>
    </message>
    <message>
        <source>{field} was left out: it is empty.</source>
        <translation>已略去“{field}”：内容为空。</translation>
    </message>
    <message>
        <source>{field} was left out: a word stands in its place.</source>
        <translation>已略去“{field}”：该处只有一个占位词。</translation>
    </message>
    <message>
        <source>{field} was left out: it is of another kind.</source>
        <translation>已略去“{field}”：类型不符。</translation>
    </message>
    <message>
        <source>“{key}” was left out: the form has no such setting.</source>
        <translation>已略去“{key}”：表单中没有这项设置。</translation>
    </message>
    <message>
        <source>A setting was left out: the form has none of that name.</source>
        <translation>已略去一项设置：表单中没有该名称的设置。</translation>
    </message>
    <message>
        <source>The command reads its body from a file. Paste what is in that file.</source>
        <translation>该命令从文件读取请求体。请粘贴该文件的内容。</translation>
    </message>
    <message>
        <source>There is a command, but no field of Create Session can be read in it. Is it whole?</source>
        <translation>这是一条命令，但其中读不到“创建会话”的任何字段。命令完整吗？</translation>
    </message>
    <message>
        <source>There is a command, but no body in it. Paste all of it, up to its last quote.</source>
        <translation>这是一条命令，但没有请求体。请完整粘贴，直到最后一个引号。</translation>
    </message>
    <message>
        <source>This is an answer of Akool's. Paste the request.</source>
        <translation>这是 Akool 的答复。请粘贴请求。</translation>
    </message>
    <message>
        <source>This is JSON, but nothing in it is a field of Create Session.</source>
        <translation>这是 JSON，但其中没有“创建会话”的任何字段。</translation>
    </message>
    <message>
        <source>Nothing here is a request. Paste a curl command, the JSON of a request, or a preset.</source>
        <translation>这里没有请求。请粘贴 curl 命令、请求的 JSON 或预设。</translation>
    </message>
</context>
<context>
    <name>session/refusals.py</name>
    <message>
        <source>Choose one of the list.</source>
        <translation>请从列表中选择一项。</translation>
    </message>
    <message>
        <source>{field} is needed.</source>
        <translation>请填写“{field}”。</translation>
    </message>
    <message>
        <source>This cannot be used here. Enter it anew.</source>
        <translation>此内容在这里无法使用。请重新输入。</translation>
    </message>
    <message>
        <source>This holds characters that no key has. Paste it again.</source>
        <translation>其中含有密钥不会有的字符。请重新粘贴。</translation>
    </message>
    <message>
        <source>This holds a line break or a tab. Paste it again without.</source>
        <translation>其中含有换行或制表符。请去掉后重新粘贴。</translation>
    </message>
    <message>
        <source>Enter minutes and seconds, such as 10:00.</source>
        <translation>请输入分和秒，例如 10:00。</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>请输入整数。</translation>
    </message>
    <message>
        <source>Enter a number.</source>
        <translation>请输入数字。</translation>
    </message>
    <message>
        <source>Enter a length from 0:01 to 60:00.</source>
        <translation>请输入 0:01 到 60:00 之间的时长。</translation>
    </message>
    <message>
        <source>Enter a whole number from {low} up.</source>
        <translation>请输入不小于 {low} 的整数。</translation>
    </message>
    <message>
        <source>Enter a number from {low} to {high}.</source>
        <translation>请输入 {low} 到 {high} 之间的数字。</translation>
    </message>
    <message>
        <source>{one} or {other}</source>
        <translation>{one} 或 {other}</translation>
    </message>
    <message>
        <source>This is not a link. It starts with {wanted}.</source>
        <translation>这不是链接。链接以 {wanted} 开头。</translation>
    </message>
    <message>
        <source>This is not a whole link. It starts with {wanted}.</source>
        <translation>这不是完整的链接。链接以 {wanted} 开头。</translation>
    </message>
    <message>
        <source>Starts with {scheme}://. {field} starts with {wanted}.</source>
        <translation>以 {scheme}:// 开头。“{field}”应以 {wanted} 开头。</translation>
    </message>
    <message>
        <source>This link has no server name, or a space in it. Copy it again.</source>
        <translation>此链接没有服务器名称，或其中有空格。请重新复制。</translation>
    </message>
    <message>
        <source>This link holds a login or a token, which would be written down with it. Leave that part out.</source>
        <translation>此链接含有登录信息或 token，会随之被记录下来。请去掉那一部分。</translation>
    </message>
    <message>
        <source>What follows the colon after the server name is not a port, which is a number up to 65535.</source>
        <translation>服务器名称后冒号之后的不是端口；端口是不大于 65535 的数字。</translation>
    </message>
    <message>
        <source>Every row needs both the word and how to say it.</source>
        <translation>每一行都要填写词语和读法。</translation>
    </message>
    <message>
        <source>{word} stands here twice. Keep one.</source>
        <translation>{word} 出现了两次。请只保留一个。</translation>
    </message>
</context>
<context>
    <name>session/room.py</name>
    <message>
        <source>Holds {listed}.</source>
        <translation>内容：{listed}。</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Until when its token is good cannot be read from it.</source>
        <translation>无法从 token 中读出它的有效期。</translation>
    </message>
    <message>
        <source>Its token is good without a limit.</source>
        <translation>其 token 长期有效。</translation>
    </message>
    <message>
        <source>Its token expired {span} ago.</source>
        <translation>其 token 已于 {span} 前过期。</translation>
    </message>
    <message>
        <source>Its token is good for another {span}.</source>
        <translation>其 token 的有效期还剩 {span}。</translation>
    </message>
    <message>
        <source>This token expired {span} ago.</source>
        <translation>此 token 已于 {span} 前过期。</translation>
    </message>
    <message>
        <source>That is the avatar's own pass: joining with it would throw the avatar off the air. Use one that was made for somebody else.</source>
        <translation>这是数字人自己的通行证：用它加入会把数字人挤下线。请使用为他人生成的通行证。</translation>
    </message>
    <message>
        <source>This token does not let anybody join.</source>
        <translation>此 token 不允许任何人加入。</translation>
    </message>
    <message>
        <source>Fill in {field}.</source>
        <translation>请填写“{field}”。</translation>
    </message>
    <message>
        <source>{field} is a whole number.</source>
        <translation>“{field}”须为整数。</translation>
    </message>
    <message>
        <source>This token is for another {field} than {wanted}.</source>
        <translation>此 token 所属的{field}与 {wanted} 不同。</translation>
    </message>
</context>
<context>
    <name>session/rules.py</name>
    <message>
        <source>Because {field} is {choice}. This comes back when you change it.</source>
        <translation>因为“{field}”为“{choice}”。改回后会恢复。</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>已隐藏</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 个词</translation>
    </message>
    <message>
        <source>{count} words</source>
        <translation>{count} 个词</translation>
    </message>
    <message>
        <source>{value} {unit}</source>
        <translation>{value} {unit}</translation>
    </message>
</context>
<context>
    <name>session/summary.py</name>
    <message>
        <source>{avatar} will {do} {language}{length} {room}{knowledge}.</source>
        <translation>{avatar} 将{room}{language}{knowledge}{do}，{length}。</translation>
    </message>
    <message>
        <source>Akool decides how long it may run and holds credits for that; it gives the unused part back.</source>
        <translation>运行多久由 Akool 决定，并据此预扣积分；未用的部分会退还。</translation>
    </message>
    <message>
        <source>Holds the full {length} in advance; Akool gives the unused part back when the session has ended.</source>
        <translation>按完整的 {length}预扣积分；会话结束后，Akool 会退还未用的部分。</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes}:{seconds} minutes</source>
        <translation>{minutes}:{seconds}</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>length not known</source>
        <translation>时长未知</translation>
    </message>
    <message>
        <source>An avatar you have not chosen yet</source>
        <translation>尚未选择的数字人</translation>
    </message>
    <message>
        <source>from a link</source>
        <translation>链接音色</translation>
    </message>
    <message>
        <source>own voice</source>
        <translation>自带音色</translation>
    </message>
    <message>
        <source>retell by {how}</source>
        <translation>以{how}方式复述</translation>
    </message>
    <message>
        <source>fast dialogue</source>
        <translation>快速对话</translation>
    </message>
    <message>
        <source>answer people by {how}</source>
        <translation>以{how}方式回答提问</translation>
    </message>
    <message>
        <source>say exactly what it is sent</source>
        <translation>逐字说出收到的文字</translation>
    </message>
    <message>
        <source>answer people</source>
        <translation>回答人们的提问</translation>
    </message>
    <message>
        <source>in {language} </source>
        <translation>用 {language} </translation>
    </message>
    <message>
        <source>for a length that is not known</source>
        <translation>时长未知</translation>
    </message>
    <message>
        <source>for a length you have not entered yet</source>
        <translation>时长尚未填写</translation>
    </message>
    <message>
        <source>for {length}</source>
        <translation>时长 {length}</translation>
    </message>
    <message>
        <source>in {room}</source>
        <translation>在{room}里</translation>
    </message>
    <message>
        <source>your own {provider} room</source>
        <translation>您自己的 {provider} 房间</translation>
    </message>
    <message>
        <source>Akool's {provider} room</source>
        <translation> Akool 的 {provider} 房间</translation>
    </message>
    <message>
        <source>, with the knowledge base {name}</source>
        <translation>依据知识库“{name}”</translation>
    </message>
</context>
<context>
    <name>session/tokens.py</name>
    <message>
        <source>This does not look like a LiveKit token.</source>
        <translation>这看起来不像 LiveKit token。</translation>
    </message>
    <message>
        <source>This does not look like an Agora token.</source>
        <translation>这看起来不像 Agora token。</translation>
    </message>
    <message>
        <source>This does not look like a TRTC UserSig.</source>
        <translation>这看起来不像 TRTC UserSig。</translation>
    </message>
</context>
<context>
    <name>session/values.py</name>
    <message>
        <source>{field} was left out: {value} is nothing that it can be.</source>
        <translation>已略去“{field}”：{value} 不是它可取的值。</translation>
    </message>
    <message>
        <source>{field} stands in the file in clear and was not used. Let it be moved to the keyring.</source>
        <translation>“{field}”以明文写在文件中，未被采用。请允许把它移到密钥环。</translation>
    </message>
</context>
<context>
    <name>stage/host.py</name>
    <message>
        <source>This session is over.</source>
        <translation>此会话已结束。</translation>
    </message>
    <message>
        <source>The vendors' SDKs are not in this checkout. Run: python3 packaging/stage_sdks.py</source>
        <translation>此代码检出中没有各供应商的 SDK。请运行：python3 packaging/stage_sdks.py</translation>
    </message>
    <message>
        <source>Fast dialogue is voice only: it takes no typed text.</source>
        <translation>快速对话仅支持语音：不接受输入的文字。</translation>
    </message>
    <message>
        <source>The Stage is not open in the browser. Open it first.</source>
        <translation>浏览器中没有打开舞台。请先打开它。</translation>
    </message>
</context>
<context>
    <name>store/accounts.py</name>
    <message>
        <source>Practice</source>
        <translation>练习</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境变量</translation>
    </message>
    <message>
        <source>{count} of the accounts in {file} could not be understood and are left as they are.</source>
        <translation>{file} 中有 {count} 个账户无法识别，已原样保留。</translation>
    </message>
    <message>
        <source>Use https. Plain http is for this computer only (localhost), since it sends the key in clear.</source>
        <translation>请使用 https。明文 http 会以明文发送密钥，仅限本机（localhost）使用。</translation>
    </message>
    <message>
        <source>Character {position} of the key cannot be sent: a key holds only plain letters, digits and signs. Copy it again from Akool.</source>
        <translation>密钥的第 {position} 个字符无法发送：密钥只含普通字母、数字和符号。请从 Akool 重新复制。</translation>
    </message>
    <message>
        <source>An account needs an id of its own.</source>
        <translation>每个账户都需要自己的 ID。</translation>
    </message>
    <message>
        <source>An account's colour is one of the six that the window offers.</source>
        <translation>账户的颜色须是窗口提供的六种之一。</translation>
    </message>
    <message>
        <source>An account signs in with an API key or a Bearer token.</source>
        <translation>账户以 API 密钥或 Bearer token 登录。</translation>
    </message>
    <message>
        <source>The base URL is not in its plain form.</source>
        <translation>基础 URL 不是规范写法。</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>请为账户命名。</translation>
    </message>
    <message>
        <source>The name is one line, without blanks around it.</source>
        <translation>名称只能是一行，前后不留空白。</translation>
    </message>
    <message>
        <source>The name is longer than {most} characters.</source>
        <translation>名称超过 {most} 个字符。</translation>
    </message>
    <message>
        <source>{name} is taken. Choose another name.</source>
        <translation>{name} 已被占用。请换一个名称。</translation>
    </message>
    <message>
        <source>A base URL ends before any ? or #</source>
        <translation>基础 URL 不能包含 ? 或 #</translation>
    </message>
    <message>
        <source>A base URL holds no user name and no password.</source>
        <translation>基础 URL 不含用户名和密码。</translation>
    </message>
    <message>
        <source>This is not a web address. It looks like {example}; an international host name is written in its xn-- form.</source>
        <translation>这不是网址。网址形如 {example}；国际化主机名须写成 xn-- 形式。</translation>
    </message>
</context>
<context>
    <name>store/files.py</name>
    <message>
        <source>{file} could not be read: {reason}.</source>
        <translation>无法读取 {file}：{reason}。</translation>
    </message>
    <message>
        <source>{file} could not be saved: {reason}.</source>
        <translation>无法保存 {file}：{reason}。</translation>
    </message>
    <message>
        <source>{file} is damaged and could not be set aside: {reason}.</source>
        <translation>{file} 已损坏，且无法另存：{reason}。</translation>
    </message>
    <message>
        <source>{file} was damaged. It was set aside as {aside}.</source>
        <translation>{file} 已损坏，已另存为 {aside}。</translation>
    </message>
    <message>
        <source>{file} is damaged.</source>
        <translation>{file} 已损坏。</translation>
    </message>
</context>
<context>
    <name>store/history.py</name>
    <message>
        <source>{file} could not be written: {reason}.</source>
        <translation>无法写入 {file}：{reason}。</translation>
    </message>
</context>
<context>
    <name>store/keyrings.py</name>
    <message>
        <source>This run only: no keyring found</source>
        <translation>仅限本次运行：没有找到密钥环</translation>
    </message>
    <message>
        <source>This run only: the keyring was not unlocked</source>
        <translation>仅限本次运行：密钥环未解锁</translation>
    </message>
    <message>
        <source>This run only: the keyring does not give back what it is given</source>
        <translation>仅限本次运行：密钥环取不回存入的内容</translation>
    </message>
    <message>
        <source>This run only: the keyring failed ({error})</source>
        <translation>仅限本次运行：密钥环出错（{error}）</translation>
    </message>
</context>
<context>
    <name>store/ledger.py</name>
    <message>
        <source>Another program holds the file: a backup, or one that looks into it. Close that, then try again.</source>
        <translation>另一个程序正占用该文件：例如备份程序，或正在查看它的程序。请关闭它，然后再试。</translation>
    </message>
    <message>
        <source>The session could not be written down</source>
        <translation>无法记录该会话</translation>
    </message>
    <message>
        <source>{file} could not be written: {error}.</source>
        <translation>无法写入 {file}：{error}。</translation>
    </message>
    <message>
        <source>Make room on the disk, or start the program with another data folder, then try again.</source>
        <translation>请腾出磁盘空间，或换一个数据文件夹启动程序，然后再试。</translation>
    </message>
    <message>
        <source>{file} is not there any more, or another file is in its place.</source>
        <translation>{file} 已不在原处，或者已被另一个文件取代。</translation>
    </message>
    <message>
        <source>End what is open, then close the program and start it again.</source>
        <translation>请先结束所有会话，然后关闭并重新启动本程序。</translation>
    </message>
    <message>
        <source>A change of a session could not be written down</source>
        <translation>无法记录会话的变化</translation>
    </message>
    <message>
        <source>It may: what is open stays in view here, but another start of the program may not know it.</source>
        <translation>可能产生费用：未结束的会话仍显示在这里，但再次启动程序后可能不知道它。</translation>
    </message>
    <message>
        <source>Another program holds the file: a backup, or one that looks into it. Close that; writing is tried again by itself.</source>
        <translation>另一个程序正占用该文件：例如备份程序，或正在查看它的程序。请关闭它；写入会自动重试。</translation>
    </message>
    <message>
        <source>Make room on the disk, and end what is open before you close the program.</source>
        <translation>请腾出磁盘空间，并在关闭程序前结束所有会话。</translation>
    </message>
    <message>
        <source>The list of sessions could not be read</source>
        <translation>无法读取会话列表</translation>
    </message>
    <message>
        <source>{file} could not be read: {error}.</source>
        <translation>无法读取 {file}：{error}。</translation>
    </message>
    <message>
        <source>Reading costs nothing; sessions that are open may.</source>
        <translation>读取不产生费用；未结束的会话可能会。</translation>
    </message>
    <message>
        <source>Look at the disk that holds this file. What is in view here stays in view.</source>
        <translation>请检查存放此文件的磁盘。这里已显示的内容会保留。</translation>
    </message>
</context>
<context>
    <name>store/ledger_file.py</name>
    <message>
        <source>{damaged} {now}</source>
        <translation>{damaged}{now}</translation>
    </message>
    <message>
        <source>{file} was written by a newer version of the program, and this one cannot use it; sessions are remembered for this run only.</source>
        <translation>{file} 由更新版本的程序写成，此版本无法使用；会话只在本次运行中记住。</translation>
    </message>
    <message>
        <source>{file} could not be opened ({error}); sessions are remembered for this run only.</source>
        <translation>无法打开 {file}（{error}）；会话只在本次运行中记住。</translation>
    </message>
</context>
<context>
    <name>store/preset_file.py</name>
    <message>
        <source>{file} is not a file.</source>
        <translation>{file} 不是文件。</translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation>{file} 已不存在。</translation>
    </message>
    <message>
        <source>it is larger than {megabytes} MB</source>
        <translation>它大于 {megabytes} MB</translation>
    </message>
    <message>
        <source>it is not valid JSON, see line {line}, column {column}</source>
        <translation>它不是有效的 JSON，见第 {line} 行第 {column} 列</translation>
    </message>
    <message>
        <source>it is not valid JSON</source>
        <translation>它不是有效的 JSON</translation>
    </message>
    <message>
        <source>it has no {key}</source>
        <translation>它没有 {key}</translation>
    </message>
    <message>
        <source>it is nested too deep</source>
        <translation>它嵌套太深</translation>
    </message>
    <message>
        <source>{file} is not a preset: {why}. It was left as it is.</source>
        <translation>{file} 不是预设：{why}。已原样保留。</translation>
    </message>
    <message>
        <source>“{key}” was left out: it cannot be understood.</source>
        <translation>已略去“{key}”：无法识别。</translation>
    </message>
    <message>
        <source>This preset was written by a newer version of the program; what that added is kept.</source>
        <translation>此预设由更新版本的程序写成；其中新增的内容已保留。</translation>
    </message>
    <message>
        <source>The secret “{key}” was left out: a preset says only “keyring” or “ask”, never the secret.</source>
        <translation>已略去机密项“{key}”：预设只写“keyring”或“ask”，从不写机密本身。</translation>
    </message>
</context>
<context>
    <name>store/preset_index.py</name>
    <message>
        <source>{file} could not be opened ({error}); favourites are remembered for this run only.</source>
        <translation>无法打开 {file}（{error}）；收藏只在本次运行中记住。</translation>
    </message>
    <message>
        <source>{file} could not be used: {reason}.</source>
        <translation>无法使用 {file}：{reason}。</translation>
    </message>
    <message>
        <source>The list of presets was damaged and is made anew from the files. Which of them were favourites, and when each was last used, is lost; the presets themselves are not.</source>
        <translation>预设列表已损坏，正在根据文件重建。哪些是收藏、各自上次何时使用，这些信息已丢失；预设本身没有丢失。</translation>
    </message>
</context>
<context>
    <name>store/preset_writing.py</name>
    <message>
        <source>Another program is saving in {folder} and does not finish. Try again.</source>
        <translation>另一个程序正在 {folder} 中保存，且一直没有完成。请稍后再试。</translation>
    </message>
    <message>
        <source>Another program is writing to {folder} all the time. Try again.</source>
        <translation>另一个程序一直在写入 {folder}。请稍后再试。</translation>
    </message>
</context>
<context>
    <name>store/presets.py</name>
    <message>
        <source>{file} could not be deleted: {reason}.</source>
        <translation>无法删除 {file}：{reason}。</translation>
    </message>
    <message>
        <source>This preset is not in {folder} any more.</source>
        <translation>此预设已不在 {folder} 中。</translation>
    </message>
    <message>
        <source>{folder} cannot be reached. Your presets are listed as they were. Connect the drive again, or make the folder anew.</source>
        <translation>无法访问 {folder}。预设按之前的样子列出。请重新连接该磁盘，或重新建立该文件夹。</translation>
    </message>
    <message>
        <source>{name} holds a number that no file can keep.</source>
        <translation>{name} 含有无法存入文件的数字。</translation>
    </message>
    <message>
        <source>{name} would be larger than a preset's file may be: 1 MB. Make its note or its fields shorter.</source>
        <translation>{name}会超出预设文件的大小上限（1 MB）。请缩短备注或字段内容。</translation>
    </message>
    <message>
        <source>{name} was changed by another program meanwhile. Nothing was saved.</source>
        <translation>{name} 在此期间被另一个程序修改。没有保存任何内容。</translation>
    </message>
    <message>
        <source>{name} was deleted by another program meanwhile. Nothing was saved.</source>
        <translation>{name} 在此期间被另一个程序删除。没有保存任何内容。</translation>
    </message>
</context>
<context>
    <name>store/vault.py</name>
    <message>
        <source>Kept in this computer's keyring</source>
        <translation>保存在本机密钥环中</translation>
    </message>
    <message>
        <source>Waiting for the keyring to be unlocked</source>
        <translation>等待解锁密钥环</translation>
    </message>
    <message>
        <source>The secret is too long</source>
        <translation>机密太长</translation>
    </message>
    <message>
        <source>The keyring of Windows keeps up to {most} characters; this has {length}.</source>
        <translation>Windows 的密钥环最多保存 {most} 个字符；此项有 {length} 个。</translation>
    </message>
    <message>
        <source>Nothing was sent, nothing was spent.</source>
        <translation>没有发送任何内容，没有产生费用。</translation>
    </message>
    <message>
        <source>Paste only the key or token itself.</source>
        <translation>请只粘贴密钥或 token 本身。</translation>
    </message>
</context>
<context>
    <name>ui/accounts/accounts.py</name>
    <message>
        <source>credits not known</source>
        <translation>积分未知</translation>
    </message>
    <message>
        <source>Account removed. This computer's keyring could not be asked to forget its key.</source>
        <translation>账户已移除，但未能从本机密钥环中删除其密钥。</translation>
    </message>
    <message>
        <source>Account saved. {where}.</source>
        <translation>账户已保存。{where}。</translation>
    </message>
    <message>
        <source>{credits} practice credits</source>
        <translation>{credits} 练习积分</translation>
    </message>
</context>
<context>
    <name>ui/accounts/colours.py</name>
    <message>
        <source>Ocean</source>
        <translation>海蓝</translation>
    </message>
    <message>
        <source>Indigo</source>
        <translation>靛蓝</translation>
    </message>
    <message>
        <source>Plum</source>
        <translation>梅紫</translation>
    </message>
    <message>
        <source>Orchid</source>
        <translation>兰紫</translation>
    </message>
    <message>
        <source>Cocoa</source>
        <translation>可可棕</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>橄榄绿</translation>
    </message>
</context>
<context>
    <name>ui/accounts/dialog.py</name>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer token</translation>
    </message>
    <message>
        <source>Change the account</source>
        <translation>修改账户</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>添加账户</translation>
    </message>
    <message>
        <source>Client account</source>
        <translation>客户账户</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>未修改</translation>
    </message>
    <message>
        <source>From akool.com: API, API Credentials</source>
        <translation>在 akool.com 的“API”→“API Credentials”中获取</translation>
    </message>
    <message>
        <source>Asking this computer's keyring…</source>
        <translation>正在询问本机密钥环…</translation>
    </message>
    <message>
        <source>Ask the keyring again</source>
        <translation>再次询问密钥环</translation>
    </message>
    <message>
        <source>Keep it for this run only</source>
        <translation>仅在本次运行中保留</translation>
    </message>
    <message>
        <source>Test key</source>
        <translation>测试密钥</translation>
    </message>
    <message>
        <source>Save account</source>
        <translation>保存账户</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>账户名称</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Kind of key</source>
        <translation>密钥类型</translation>
    </message>
    <message>
        <source>Key or token</source>
        <translation>密钥或 token</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>基础 URL</translation>
    </message>
    <message>
        <source>Remove account</source>
        <translation>移除账户</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reveal</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>It will be kept in this computer's keyring.</source>
        <translation>它将保存在本机密钥环中。</translation>
    </message>
    <message>
        <source>Asking for the credit balance…</source>
        <translation>正在查询积分余额…</translation>
    </message>
    <message>
        <source>Paste the key or token first.</source>
        <translation>请先粘贴密钥或 token。</translation>
    </message>
    <message>
        <source>Key accepted. The account has {credits} credits.</source>
        <translation>密钥有效。账户有 {credits} 积分。</translation>
    </message>
</context>
<context>
    <name>ui/accounts/doors.py</name>
    <message>
        <source>No key, no account</source>
        <translation>无需密钥，无需账户</translation>
    </message>
    <message>
        <source>Nothing is sent to Akool, nothing is spent</source>
        <translation>不向 Akool 发送任何内容，不产生任何费用</translation>
    </message>
    <message>
        <source>Errors on demand, to learn what they look like</source>
        <translation>可随时触发错误，了解它们的样子</translation>
    </message>
    <message>
        <source>The key goes into this computer's keyring</source>
        <translation>密钥存入本机密钥环</translation>
    </message>
    <message>
        <source>Test key is free and shows your credits</source>
        <translation>测试密钥免费，并显示您的积分</translation>
    </message>
    <message>
        <source>A session holds credits for its full length</source>
        <translation>会话会按完整时长预扣积分</translation>
    </message>
    <message>
        <source>Practise (no account)</source>
        <translation>练习（无需账户）</translation>
    </message>
    <message>
        <source>Connect my Akool account…</source>
        <translation>连接我的 Akool 账户…</translation>
    </message>
    <message>
        <source>How would you like to begin?</source>
        <translation>您想如何开始？</translation>
    </message>
    <message>
        <source>You can change your mind at any time, from the account menu at the top right.</source>
        <translation>您可以随时在右上角的账户菜单中更改。</translation>
    </message>
    <message>
        <source>Practice stays available as an account, so you can rehearse before every event.</source>
        <translation>练习会一直作为一个账户保留，每次活动前都可以先排练。</translation>
    </message>
    <message>
        <source>Practise first</source>
        <translation>先练习</translation>
    </message>
    <message>
        <source>A stand-in for Akool on this computer. Everything works; nothing leaves it.</source>
        <translation>这台电脑上的 Akool 替身。一切都能操作；任何内容都不会离开这台电脑。</translation>
    </message>
    <message>
        <source>Ready now</source>
        <translation>立即可用</translation>
    </message>
    <message>
        <source>Use an Akool account</source>
        <translation>使用 Akool 账户</translation>
    </message>
    <message>
        <source>Paste a key once. You can keep several accounts, each with its own name and colour.</source>
        <translation>密钥只需粘贴一次。您可以保存多个账户，各有名称和颜色。</translation>
    </message>
    <message>
        <source>You need an API key or a Bearer token from Akool</source>
        <translation>您需要 Akool 的 API 密钥或 Bearer token</translation>
    </message>
</context>
<context>
    <name>ui/cards.py</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭提示</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Did it cost anything</source>
        <translation>是否产生费用</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理方法</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Open the account</source>
        <translation>打开账户</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>{who} on {account}</source>
        <translation>{who}，账户：{account}</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Session ID</source>
        <translation>会话 ID</translation>
    </message>
    <message>
        <source>Credentials: {where}.</source>
        <translation>凭证：{where}。</translation>
    </message>
    <message>
        <source>Copy {name}</source>
        <translation>复制{name}</translation>
    </message>
    <message>
        <source>{name} lacks something on this computer</source>
        <translation>{name} 在这台电脑上还缺少内容</translation>
    </message>
    <message>
        <source>Mend it and try again.</source>
        <translation>请修正后再试。</translation>
    </message>
    <message>
        <source>That could not be done</source>
        <translation>未能完成该操作</translation>
    </message>
    <message>
        <source>Something went wrong in this program</source>
        <translation>本程序出了问题</translation>
    </message>
    <message>
        <source>An unexpected fault: {fault}.</source>
        <translation>意外故障：{fault}。</translation>
    </message>
    <message>
        <source>It is not known. Look at your sessions at Akool before you create another.</source>
        <translation>尚不清楚。再次创建之前，请先在 Akool 网站查看您的会话。</translation>
    </message>
    <message>
        <source>Copy this and send it to whoever looks after the program.</source>
        <translation>请复制此内容并发给维护本程序的人。</translation>
    </message>
    <message>
        <source>{title}. {happened} {advice}</source>
        <translation>{title}。{happened}{advice}</translation>
    </message>
    <message>
        <source>That did not work: {error}</source>
        <translation>没有成功：{error}</translation>
    </message>
</context>
<context>
    <name>ui/choices.py</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>动效</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>ui/controls/fold_button.py</name>
    <message>
        <source>open</source>
        <translation>已展开</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已收起</translation>
    </message>
</context>
<context>
    <name>ui/controls/search_field.py</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>ui/file_chooser.py</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
</context>
<context>
    <name>ui/form/form.py</name>
    <message>
        <source>Ask me at launch</source>
        <translation>启动时询问</translation>
    </message>
</context>
<context>
    <name>ui/form/inputs.py</name>
    <message>
        <source>{choice}: {sentence}</source>
        <translation>{choice}：{sentence}</translation>
    </message>
</context>
<context>
    <name>ui/form/meanings.py</name>
    <message>
        <source>What is {field}? (Shift+F1)</source>
        <translation>“{field}”是什么？（Shift+F1）</translation>
    </message>
</context>
<context>
    <name>ui/form/pairs.py</name>
    <message>
        <source>Remove this word</source>
        <translation>移除这个词</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>词语</translation>
    </message>
    <message>
        <source>Say it as</source>
        <translation>读作</translation>
    </message>
    <message>
        <source>Add a word</source>
        <translation>添加词语</translation>
    </message>
    <message>
        <source>Show more words</source>
        <translation>显示更多词语</translation>
    </message>
</context>
<context>
    <name>ui/form/rows.py</name>
    <message>
        <source>In memory; the keyring keeps it when the preset is saved</source>
        <translation>在内存中；保存预设后由密钥环保管</translation>
    </message>
    <message>
        <source>Asked for at each launch, kept nowhere</source>
        <translation>每次启动时询问，不保存在任何地方</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Show suggestions</source>
        <translation>显示建议</translation>
    </message>
    <message>
        <source>Don't send</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>{hint} {kept}.</source>
        <translation>{hint}{kept}。</translation>
    </message>
    <message>
        <source>{field}: {problem}</source>
        <translation>{field}：{problem}</translation>
    </message>
</context>
<context>
    <name>ui/form/sections.py</name>
    <message>
        <source>Advanced</source>
        <translation>高级</translation>
    </message>
    <message>
        <source>{number}   {step}</source>
        <translation>{number}   {step}</translation>
    </message>
    <message>
        <source>Needs you: {count}</source>
        <translation>需要处理：{count}</translation>
    </message>
    <message>
        <source>Note: {count}</source>
        <translation>提醒：{count}</translation>
    </message>
</context>
<context>
    <name>ui/history/detail.py</name>
    <message>
        <source>Run again</source>
        <translation>再次运行</translation>
    </message>
    <message>
        <source>Fills the form; nothing is sent until you create.</source>
        <translation>只填写表单；创建之前不会发送任何内容。</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>有何变化</translation>
    </message>
    <message>
        <source>Compared with the last run before it that ended well.</source>
        <translation>与此前最近一次正常结束的运行相比。</translation>
    </message>
    <message>
        <source>Copy Session ID</source>
        <translation>复制会话 ID</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>发送的内容</translation>
    </message>
    <message>
        <source>What was sent, secrets left out</source>
        <translation>发送的内容，不含机密</translation>
    </message>
    <message>
        <source>Choose a session to see what was sent and how it ended.</source>
        <translation>选择一个会话，查看发送了什么以及如何结束。</translation>
    </message>
    <message>
        <source>Not known: another program started it.</source>
        <translation>未知：它由另一个程序启动。</translation>
    </message>
    <message>
        <source>No earlier run of it ended well, so there is nothing to compare with.</source>
        <translation>此前没有一次运行正常结束，因此没有可比较的对象。</translation>
    </message>
    <message>
        <source>Compared with {time}, when a session of this preset ended well:</source>
        <translation>与 {time} 此预设的一次正常结束的会话相比：</translation>
    </message>
    <message>
        <source>Compared with {time}, when a session of this avatar ended well:</source>
        <translation>与 {time} 此数字人的一次正常结束的会话相比：</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有任何变化。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>请求时间</translation>
    </message>
    <message>
        <source>Went live</source>
        <translation>开始直播</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>预订</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>已用</translation>
    </message>
    <message>
        <source>{credits} measured, account shared by others may change it</source>
        <translation>实测 {credits}，与他人共用的账户可能使其变化</translation>
    </message>
    <message>
        <source>{field}: {before} → {after}</source>
        <translation>{field}：{before} → {after}</translation>
    </message>
</context>
<context>
    <name>ui/history/export.py</name>
    <message>
        <source>Export to CSV…</source>
        <translation>导出为 CSV…</translation>
    </message>
    <message>
        <source>Export to CSV</source>
        <translation>导出为 CSV</translation>
    </message>
    <message>
        <source>CSV file (*.csv)</source>
        <translation>CSV 文件 (*.csv)</translation>
    </message>
    <message>
        <source>1 session written to {file}.</source>
        <translation>已将 1 个会话写入 {file}。</translation>
    </message>
    <message>
        <source>{count} sessions written to {file}.</source>
        <translation>已将 {count} 个会话写入 {file}。</translation>
    </message>
    <message>
        <source>Writing {file}…</source>
        <translation>正在写入 {file}…</translation>
    </message>
</context>
<context>
    <name>ui/history/filters.py</name>
    <message>
        <source>All states</source>
        <translation>所有状态</translation>
    </message>
    <message>
        <source>Ended, confirmed</source>
        <translation>已结束，已确认</translation>
    </message>
    <message>
        <source>Failed or not started</source>
        <translation>失败或未启动</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>所有账户</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>ui/history/rows.py</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Measured, account shared by others may change it: the difference of two balances.</source>
        <translation>实测值，即两次余额之差；与他人共用的账户可能使其变化。</translation>
    </message>
    <message>
        <source>Past sessions</source>
        <translation>过往会话</translation>
    </message>
</context>
<context>
    <name>ui/history/window.py</name>
    <message>
        <source>History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>Search by name, account, session ID or reason</source>
        <translation>按名称、账户、会话 ID 或原因搜索</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Every session that is created is kept here: what was sent, how it ended and what it cost.</source>
        <translation>创建的每个会话都保存在这里：发送了什么、如何结束、花费多少。</translation>
    </message>
    <message>
        <source>No sessions yet</source>
        <translation>还没有会话</translation>
    </message>
    <message>
        <source>Each word has to begin a word of the session: its name, account, state, ID or reason.</source>
        <translation>每个词都须与会话的名称、账户、状态、ID 或原因中某个词的开头相符。</translation>
    </message>
    <message>
        <source>No session matches</source>
        <translation>没有匹配的会话</translation>
    </message>
    <message>
        <source>Show all sessions</source>
        <translation>显示全部会话</translation>
    </message>
    <message>
        <source>History cannot be read</source>
        <translation>无法读取历史记录</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Session ID copied.</source>
        <translation>会话 ID 已复制。</translation>
    </message>
    <message>
        <source>From a row to what can be done with it</source>
        <translation>从一行转到可对其进行的操作</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ui/keyboard/commands.py</name>
    <message>
        <source>Open {preset}</source>
        <translation>打开 {preset}</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>这是什么？</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Go to step {number}: {step}</source>
        <translation>前往第 {number} 步：{step}</translation>
    </message>
    <message>
        <source>Go to {field}</source>
        <translation>前往“{field}”</translation>
    </message>
    <message>
        <source>{what}: {choice}</source>
        <translation>{what}：{choice}</translation>
    </message>
</context>
<context>
    <name>ui/keyboard/key_sheet.py</name>
    <message>
        <source>What can be done without the mouse. Tab goes on, Shift+Tab back, Enter or the space bar presses a button.</source>
        <translation>不用鼠标也能完成的操作。Tab 前进，Shift+Tab 后退，Enter 或空格键按下按钮。</translation>
    </message>
    <message>
        <source>Hold Alt, and each button shows the letter that presses it; of several sessions, the one with the cursor has them.</source>
        <translation>按住 Alt，每个按钮会显示按下它的字母；有多个会话时，光标所在的会话才有字母。</translation>
    </message>
    <message>
        <source>Alt and a number goes to that step of the form.</source>
        <translation>Alt 加数字键，转到表单的相应步骤。</translation>
    </message>
    <message>
        <source>Anywhere in the window</source>
        <translation>整个窗口</translation>
    </message>
    <message>
        <source>In the sessions at the bottom</source>
        <translation>底部的会话</translation>
    </message>
    <message>
        <source>In the list of presets</source>
        <translation>预设列表</translation>
    </message>
    <message>
        <source>In History</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>In lists to choose from</source>
        <translation>选择列表</translation>
    </message>
</context>
<context>
    <name>ui/keyboard/keys.py</name>
    <message>
        <source>From the search into the list</source>
        <translation>从搜索框进入列表</translation>
    </message>
</context>
<context>
    <name>ui/keyboard/other_words.py</name>
    <message>
        <source>theme, mode, colours, settings, preferences</source>
        <translation>主题, 模式, 颜色, 皮肤, 设置, 偏好</translation>
    </message>
    <message>
        <source>day, white, bright</source>
        <translation>白天, 亮色, 明亮</translation>
    </message>
    <message>
        <source>night, black</source>
        <translation>夜间, 暗色, 黑色</translation>
    </message>
    <message>
        <source>font, zoom, scale, larger, smaller, settings, preferences</source>
        <translation>字体, 字号, 缩放, 放大, 缩小, 设置, 偏好</translation>
    </message>
    <message>
        <source>animation, still, settings, preferences</source>
        <translation>动画, 静止, 设置, 偏好</translation>
    </message>
    <message>
        <source>语言, translation, settings, preferences</source>
        <translation>翻译, 设置, 偏好</translation>
    </message>
    <message>
        <source>英语, 英文</source>
        <translation>英语, 英文</translation>
    </message>
    <message>
        <source>Chinese, Mandarin</source>
        <translation>中文, 汉语, 普通话</translation>
    </message>
    <message>
        <source>start, begin, go live</source>
        <translation>开始, 启动, 直播</translation>
    </message>
    <message>
        <source>test, try, validate</source>
        <translation>测试, 试一下, 验证</translation>
    </message>
    <message>
        <source>body, JSON, curl, code</source>
        <translation>请求体, JSON, curl, 代码</translation>
    </message>
    <message>
        <source>stop, close, terminate</source>
        <translation>停止, 关闭, 终止</translation>
    </message>
    <message>
        <source>see, watch, talk, browser</source>
        <translation>观看, 查看, 对话, 浏览器</translation>
    </message>
    <message>
        <source>hand over, link, credentials, session ID</source>
        <translation>移交, 链接, 凭证, 会话 ID</translation>
    </message>
    <message>
        <source>error, refuse, rehearse</source>
        <translation>出错, 拒绝, 演练</translation>
    </message>
    <message>
        <source>mini, small window, always on top</source>
        <translation>迷你, 小窗口, 置顶</translation>
    </message>
    <message>
        <source>curl, load, files</source>
        <translation>curl, 加载, 载入, 文件</translation>
    </message>
    <message>
        <source>past, export, CSV, spent</source>
        <translation>过去, 导出, CSV, 花费</translation>
    </message>
    <message>
        <source>API key, token, login, credits, settings, preferences</source>
        <translation>API 密钥, 令牌, 登录, 积分, 设置, 偏好</translation>
    </message>
    <message>
        <source>API key, token, login</source>
        <translation>API 密钥, 令牌, 登录</translation>
    </message>
    <message>
        <source>proxy, certificate, internet, settings, preferences</source>
        <translation>代理, 证书, 互联网, 设置, 偏好</translation>
    </message>
    <message>
        <source>privacy, mask, stream</source>
        <translation>隐私, 遮挡, 直播</translation>
    </message>
    <message>
        <source>log, crash, report, bug</source>
        <translation>日志, 崩溃, 报告, 故障</translation>
    </message>
    <message>
        <source>shortcuts, keyboard, help</source>
        <translation>快捷键, 键盘, 帮助</translation>
    </message>
    <message>
        <source>help, explain</source>
        <translation>帮助, 解释</translation>
    </message>
</context>
<context>
    <name>ui/keyboard/palette.py</name>
    <message>
        <source>What do you want to do?</source>
        <translation>您想做什么？</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>搜索命令</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>没有这个名称的命令。</translation>
    </message>
</context>
<context>
    <name>ui/network_dialog.py</name>
    <message>
        <source>As this computer is set up</source>
        <translation>按这台电脑的设置</translation>
    </message>
    <message>
        <source>The one entered here</source>
        <translation>使用此处填写的代理</translation>
    </message>
    <message>
        <source>Certificates are those that this computer trusts, your company's among them. Practice needs no network. The Stage is in your browser and goes the browser's way.</source>
        <translation>证书以这台电脑信任的为准，包括贵公司的证书。练习不需要网络。舞台在您的浏览器中，走浏览器的网络。</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Not for</source>
        <translation>不经代理</translation>
    </message>
    <message>
        <source>Asking the server, without a key…</source>
        <translation>正在询问服务器，不带密钥…</translation>
    </message>
    <message>
        <source>Network saved. Password: {where}.</source>
        <translation>网络设置已保存。密码：{where}。</translation>
    </message>
    <message>
        <source>Network saved.</source>
        <translation>网络设置已保存。</translation>
    </message>
</context>
<context>
    <name>ui/open_already.py</name>
    <message>
        <source>Akool Desktop is open already.</source>
        <translation>Akool Desktop 已经打开。</translation>
    </message>
    <message>
        <source>It could not be asked to come forward, since {folder} cannot be written. Look for its window; once that is closed, this start goes on by itself.</source>
        <translation>无法让它的窗口显示到最前面，因为 {folder} 无法写入。请自行找到该窗口；它关闭后，这次启动会自动继续。</translation>
    </message>
    <message>
        <source>Its window does not answer. If it is being closed, this start goes on by itself in some seconds; otherwise look for it, or end that program.</source>
        <translation>它的窗口没有回应。如果它正在关闭，这次启动会在几秒后自动继续；否则请找到该窗口，或结束那个程序。</translation>
    </message>
</context>
<context>
    <name>ui/pickers/avatar_picker.py</name>
    <message>
        <source>{count}, favourites first</source>
        <translation>{count}，收藏的在前</translation>
    </message>
    <message>
        <source>{count}, recent first</source>
        <translation>{count}，最近使用的在前</translation>
    </message>
    <message>
        <source>{count}, favourites and recent first</source>
        <translation>{count}，收藏和最近使用的在前</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Akool's</source>
        <translation>Akool 的</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Choose an avatar</source>
        <translation>选择数字人</translation>
    </message>
    <message>
        <source>Search by name or ID</source>
        <translation>按名称或 ID 搜索</translation>
    </message>
    <message>
        <source>1 avatar</source>
        <translation>1 个数字人</translation>
    </message>
    <message>
        <source>{count} avatars</source>
        <translation>{count} 个数字人</translation>
    </message>
    <message>
        <source>{shown} of {count} avatars</source>
        <translation>{shown} / {count} 个数字人</translation>
    </message>
    <message>
        <source>Show all avatars</source>
        <translation>显示全部数字人</translation>
    </message>
    <message>
        <source>No avatars match</source>
        <translation>没有匹配的数字人</translation>
    </message>
    <message>
        <source>No avatars yet</source>
        <translation>还没有数字人</translation>
    </message>
    <message>
        <source>Akool offers avatars to every account; your own are made at akool.com.</source>
        <translation>Akool 向每个账户提供数字人；您自己的数字人在 akool.com 制作。</translation>
    </message>
    <message>
        <source>Any gender</source>
        <translation>不限性别</translation>
    </message>
    <message>
        <source>Only ready</source>
        <translation>仅可用的</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>No favourite</source>
        <translation>未收藏</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>我自己的</translation>
    </message>
    <message>
        <source>Akool's avatars</source>
        <translation>Akool 的数字人</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>背景</translation>
    </message>
    <message>
        <source>May be replaced</source>
        <translation>可以更换</translation>
    </message>
    <message>
        <source>Brings its own</source>
        <translation>自带背景</translation>
    </message>
    <message>
        <source>Own voice</source>
        <translation>自带音色</translation>
    </message>
    <message>
        <source>none named</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未使用</translation>
    </message>
    <message>
        <source>Today, {time}</source>
        <translation>今天 {time}</translation>
    </message>
</context>
<context>
    <name>ui/pickers/entry_detail.py</name>
    <message>
        <source>not said</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>Play sample</source>
        <translation>播放试听</translation>
    </message>
    <message>
        <source>Copy the ID</source>
        <translation>复制 ID</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>ui/pickers/list_head.py</name>
    <message>
        <source>Read the list anew</source>
        <translation>重新读取列表</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>List read {when}</source>
        <translation>列表读取于 {when}</translation>
    </message>
    <message>
        <source>This is the list as it was read last. {reason}</source>
        <translation>这是上次读取的列表。{reason}</translation>
    </message>
</context>
<context>
    <name>ui/pickers/list_picker.py</name>
    <message>
        <source>Choose a language</source>
        <translation>选择语言</translation>
    </message>
    <message>
        <source>Search by name or code</source>
        <translation>按名称或代码搜索</translation>
    </message>
    <message>
        <source>A code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>1 language</source>
        <translation>1 种语言</translation>
    </message>
    <message>
        <source>{count} languages</source>
        <translation>{count} 种语言</translation>
    </message>
    <message>
        <source>{shown} of {count} languages</source>
        <translation>{shown} / {count} 种语言</translation>
    </message>
    <message>
        <source>Show all languages</source>
        <translation>显示全部语言</translation>
    </message>
    <message>
        <source>No languages match</source>
        <translation>没有匹配的语言</translation>
    </message>
    <message>
        <source>No languages yet</source>
        <translation>还没有语言</translation>
    </message>
    <message>
        <source>A code such as en or zh-CN can be typed into the field.</source>
        <translation>也可以在字段中输入语言代码，例如 en 或 zh-CN。</translation>
    </message>
    <message>
        <source>Choose a knowledge base</source>
        <translation>选择知识库</translation>
    </message>
    <message>
        <source>Search by name, opening line or instructions</source>
        <translation>按名称、开场白或指令搜索</translation>
    </message>
    <message>
        <source>1 knowledge base</source>
        <translation>1 个知识库</translation>
    </message>
    <message>
        <source>{count} knowledge bases</source>
        <translation>{count} 个知识库</translation>
    </message>
    <message>
        <source>{shown} of {count} knowledge bases</source>
        <translation>{shown} / {count} 个知识库</translation>
    </message>
    <message>
        <source>Show all knowledge bases</source>
        <translation>显示全部知识库</translation>
    </message>
    <message>
        <source>No knowledge bases match</source>
        <translation>没有匹配的知识库</translation>
    </message>
    <message>
        <source>No knowledge bases yet</source>
        <translation>还没有知识库</translation>
    </message>
    <message>
        <source>Knowledge bases are made at akool.com.</source>
        <translation>知识库在 akool.com 创建。</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文档</translation>
    </message>
    <message>
        <source>Opening line</source>
        <translation>开场白</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>指令</translation>
    </message>
</context>
<context>
    <name>ui/pickers/picker.py</name>
    <message>
        <source>An ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Arrow keys move, Enter uses, Esc closes. {code} can also be pasted into the {field} field.</source>
        <translation>方向键移动，Enter 选用，Esc 关闭。也可以把 {code} 粘贴到“{field}”字段。</translation>
    </message>
    <message>
        <source>Every word has to be found in an entry, and every filter has to fit.</source>
        <translation>条目须包含每个词，并符合每个筛选条件。</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>无法读取列表</translation>
    </message>
    <message>
        <source>{code} can be pasted into the field meanwhile.</source>
        <translation>在此期间可以把 {code} 粘贴到字段中。</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translation>正在读取列表…</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>选用 {name}</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>选用</translation>
    </message>
    <message>
        <source>Move, with the cursor still in the search; so do Up, Page Up and Page Down</source>
        <translation>移动，光标仍留在搜索框中；↑、Page Up 和 Page Down 同样</translation>
    </message>
    <message>
        <source>Use what is chosen</source>
        <translation>使用所选项</translation>
    </message>
    <message>
        <source>Hear the voice that is chosen in the list</source>
        <translation>试听列表中所选的音色</translation>
    </message>
    <message>
        <source>Make the avatar that is chosen a favourite, or none</source>
        <translation>收藏所选的数字人，或取消收藏</translation>
    </message>
</context>
<context>
    <name>ui/pickers/player.py</name>
    <message>
        <source>The sample could not be played.</source>
        <translation>无法播放试听。</translation>
    </message>
    <message>
        <source>Samples cannot be heard here: there is no sound library for this computer.</source>
        <translation>这里无法试听：没有适用于这台电脑的声音库。</translation>
    </message>
    <message>
        <source>This sample is damaged, or of a kind that cannot be played here.</source>
        <translation>此试听已损坏，或其格式在这里无法播放。</translation>
    </message>
    <message>
        <source>No sound device was found, so the sample cannot be heard.</source>
        <translation>没有找到声音设备，因此无法试听。</translation>
    </message>
</context>
<context>
    <name>ui/pickers/voice_picker.py</name>
    <message>
        <source>Choose a voice</source>
        <translation>选择音色</translation>
    </message>
    <message>
        <source>Search by name, language, style or ID</source>
        <translation>按名称、语言、风格或 ID 搜索</translation>
    </message>
    <message>
        <source>1 voice</source>
        <translation>1 个音色</translation>
    </message>
    <message>
        <source>{count} voices</source>
        <translation>{count} 个音色</translation>
    </message>
    <message>
        <source>{shown} of {count} voices</source>
        <translation>{shown} / {count} 个音色</translation>
    </message>
    <message>
        <source>Show all voices</source>
        <translation>显示全部音色</translation>
    </message>
    <message>
        <source>No voices match</source>
        <translation>没有匹配的音色</translation>
    </message>
    <message>
        <source>No voices yet</source>
        <translation>还没有音色</translation>
    </message>
    <message>
        <source>Voices come with the account, and your own are cloned at akool.com.</source>
        <translation>音色随账户提供，您自己的音色在 akool.com 克隆。</translation>
    </message>
    <message>
        <source>Any language</source>
        <translation>不限语言</translation>
    </message>
    <message>
        <source>Any age</source>
        <translation>不限年龄</translation>
    </message>
    <message>
        <source>Any style</source>
        <translation>不限风格</translation>
    </message>
    <message>
        <source>Cloned or Akool's</source>
        <translation>克隆或 Akool</translation>
    </message>
    <message>
        <source>Show unusable too</source>
        <translation>也显示不可用的</translation>
    </message>
    <message>
        <source>Voices that cannot be used in a session now, and why</source>
        <translation>现在不能用于会话的音色及其原因</translation>
    </message>
    <message>
        <source>Cloned, my own</source>
        <translation>克隆，我自己的</translation>
    </message>
    <message>
        <source>Akool's voices</source>
        <translation>Akool 的音色</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>年龄</translation>
    </message>
</context>
<context>
    <name>ui/practice_bar.py</name>
    <message>
        <source>Make it fail…</source>
        <translation>模拟失败…</translation>
    </message>
    <message>
        <source>Do not fail</source>
        <translation>取消模拟失败</translation>
    </message>
    <message>
        <source>Use an Akool account…</source>
        <translation>使用 Akool 账户…</translation>
    </message>
    <message>
        <source>At the next Create session: {failure}.</source>
        <translation>下一次创建会话时：{failure}。</translation>
    </message>
    <message>
        <source>Nothing is sent to Akool, nothing is spent.</source>
        <translation>不向 Akool 发送任何内容，不产生任何费用。</translation>
    </message>
    <message>
        <source>Akool refuses</source>
        <translation>Akool 拒绝</translation>
    </message>
    <message>
        <source>Akool refuses, by a code of its other services</source>
        <translation>Akool 以其他服务的代码拒绝</translation>
    </message>
    <message>
        <source>Something else goes wrong</source>
        <translation>其他问题</translation>
    </message>
</context>
<context>
    <name>ui/presets/acts.py</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Rename and describe…</source>
        <translation>重命名和描述…</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制一份</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Revert to the saved preset</source>
        <translation>还原为已保存的预设</translation>
    </message>
    <message>
        <source>Paste or import…</source>
        <translation>粘贴或导入…</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Use another folder…</source>
        <translation>使用其他文件夹…</translation>
    </message>
    <message>
        <source>Bring back what was deleted last</source>
        <translation>恢复最后删除的预设</translation>
    </message>
    <message>
        <source>From the first row back into the search</source>
        <translation>从第一行回到搜索框</translation>
    </message>
    <message>
        <source>Put the list away where it lies over the form</source>
        <translation>列表盖住表单时将其收起</translation>
    </message>
</context>
<context>
    <name>ui/presets/dialogs.py</name>
    <message>
        <source>Booth, hall 3</source>
        <translation>展位，3 号馆</translation>
    </message>
    <message>
        <source>fair, english</source>
        <translation>展会，英语</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>请命名。</translation>
    </message>
    <message>
        <source>Save preset</source>
        <translation>保存预设</translation>
    </message>
    <message>
        <source>Preset name</source>
        <translation>预设名称</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>{preset} was changed elsewhere</source>
        <translation>{preset} 已在别处被修改</translation>
    </message>
    <message>
        <source>Another program or computer has saved this preset while you were changing it here. Nothing is lost until you choose.</source>
        <translation>您在这里修改此预设时，另一个程序或另一台电脑保存了它。在您选择之前，不会丢失任何内容。</translation>
    </message>
    <message>
        <source>{field}: here {mine}, there {theirs}</source>
        <translation>{field}：这里是{mine}，那里是{theirs}</translation>
    </message>
    <message>
        <source>Save mine as a copy</source>
        <translation>把我的另存为副本</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>采用对方的</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>保留我的</translation>
    </message>
    <message>
        <source>{preset} holds a secret in clear</source>
        <translation>{preset} 含有明文机密</translation>
    </message>
    <message>
        <source>Its file holds a key or token that anyone who has the file can read. It is not used from there. Moved, it goes to this computer's keyring and leaves the file.</source>
        <translation>其文件含有密钥或 token，拿到文件的人都能读取。程序不会从那里使用它。移动后，它会进入本机密钥环，并从文件中消失。</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>不处理</translation>
    </message>
    <message>
        <source>Move it to the keyring</source>
        <translation>移到密钥环</translation>
    </message>
</context>
<context>
    <name>ui/presets/imported.py</name>
    <message>
        <source>Nothing that was here has been changed.</source>
        <translation>这里原有的内容都没有改动。</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>还有 {count} 个。</translation>
    </message>
    <message>
        <source>Replace the one here</source>
        <translation>替换这里的预设</translation>
    </message>
    <message>
        <source>1 preset came in</source>
        <translation>已导入 1 个预设</translation>
    </message>
    <message>
        <source>{count} presets came in</source>
        <translation>已导入 {count} 个预设</translation>
    </message>
    <message>
        <source>{kept} of {all} came in</source>
        <translation>共 {all} 个，已导入 {kept} 个</translation>
    </message>
    <message>
        <source>{field} is not in this computer's keyring.</source>
        <translation>“{field}”不在本机密钥环中。</translation>
    </message>
</context>
<context>
    <name>ui/presets/list.py</name>
    <message>
        <source>The path of {folder} was copied.</source>
        <translation>已复制 {folder} 的路径。</translation>
    </message>
    <message>
        <source>Where presets are kept</source>
        <translation>预设的存放位置</translation>
    </message>
    <message>
        <source>Presets are in {folder} from now on.</source>
        <translation>从现在起预设存放在 {folder}。</translation>
    </message>
    <message>
        <source>Rename and describe</source>
        <translation>重命名和描述</translation>
    </message>
    <message>
        <source>{preset} copy</source>
        <translation>{preset} 副本</translation>
    </message>
    <message>
        <source>Nothing has been deleted.</source>
        <translation>没有删除过任何内容。</translation>
    </message>
    <message>
        <source>{preset} deleted.</source>
        <translation>已删除 {preset}。</translation>
    </message>
    <message>
        <source>{count} presets deleted. Undo brings back the last.</source>
        <translation>已删除 {count} 个预设。撤销可恢复最后一个。</translation>
    </message>
</context>
<context>
    <name>ui/presets/open_preset.py</name>
    <message>
        <source>New preset</source>
        <translation>新建预设</translation>
    </message>
    <message>
        <source>{preset} is in the place of what you had typed. Undo brings that back.</source>
        <translation>{preset} 已取代您输入的内容。撤销可恢复。</translation>
    </message>
    <message>
        <source>Your unsaved changes of {preset} are back.</source>
        <translation>已恢复您对 {preset} 未保存的修改。</translation>
    </message>
    <message>
        <source>What you had not saved is back.</source>
        <translation>已恢复您未保存的内容。</translation>
    </message>
    <message>
        <source>There is no file to go back to. Save preset writes a new one.</source>
        <translation>没有可恢复的文件。“保存预设”会写入一个新文件。</translation>
    </message>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>{preset} is saved already.</source>
        <translation>{preset} 已经保存。</translation>
    </message>
    <message>
        <source>{preset} saved.</source>
        <translation>{preset} 已保存。</translation>
    </message>
    <message>
        <source>{preset} was changed elsewhere and is shown as it is now.</source>
        <translation>{preset} 已在别处被修改，现按最新内容显示。</translation>
    </message>
</context>
<context>
    <name>ui/presets/panel.py</name>
    <message>
        <source>Search presets</source>
        <translation>搜索预设</translation>
    </message>
    <message>
        <source>New from a starter</source>
        <translation>从入门预设新建</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>More about presets</source>
        <translation>更多预设操作</translation>
    </message>
    <message>
        <source>Hide the presets</source>
        <translation>隐藏预设</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Show all presets</source>
        <translation>显示全部预设</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>所有标签</translation>
    </message>
    <message>
        <source>No presets yet</source>
        <translation>还没有预设</translation>
    </message>
    <message>
        <source>Fill in the form once, save it here, and start from it every time.</source>
        <translation>填写一次表单，在此保存，以后每次都从它开始。</translation>
    </message>
    <message>
        <source>No preset matches</source>
        <translation>没有匹配的预设</translation>
    </message>
    <message>
        <source>Each word has to begin a word of its name, its tags or its note.</source>
        <translation>每个词都须与名称、标签或备注中某个词的开头相符。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>ui/presets/pasting.py</name>
    <message>
        <source>Paste or import</source>
        <translation>粘贴或导入</translation>
    </message>
    <message>
        <source>Fill the form</source>
        <translation>填入表单</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>保存为预设</translation>
    </message>
    <message>
        <source>Command, JSON or preset</source>
        <translation>命令、JSON 或预设</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Which of them</source>
        <translation>选哪一个</translation>
    </message>
    <message>
        <source>Save as presets</source>
        <translation>保存为多个预设</translation>
    </message>
    <message>
        <source>What it fills</source>
        <translation>将填入的内容</translation>
    </message>
    <message>
        <source>Add it to an account…</source>
        <translation>添加到账户…</translation>
    </message>
    <message>
        <source>Fills 1 setting</source>
        <translation>填入 1 项设置</translation>
    </message>
    <message>
        <source>Fills {n} settings</source>
        <translation>填入 {n} 项设置</translation>
    </message>
    <message>
        <source>{field} found. It goes into its field; saved, it is in the keyring and in no file.</source>
        <translation>找到“{field}”。它会填入对应的字段；保存后只在密钥环中，不写入任何文件。</translation>
    </message>
    <message>
        <source>{field} is asked for at each launch.</source>
        <translation>每次启动时询问“{field}”。</translation>
    </message>
    <message>
        <source>{field} is in no preset: enter it once, and the keyring keeps it.</source>
        <translation>预设中不含“{field}”：请输入一次，由密钥环保管。</translation>
    </message>
    <message>
        <source>no avatar</source>
        <translation>没有数字人</translation>
    </message>
    <message>
        <source>A curl or PowerShell command, the JSON of a request, the example on Akool's page, or presets. It is only read: nothing is run and nothing is sent.</source>
        <translation>curl 或 PowerShell 命令、请求的 JSON、Akool 页面上的示例，或预设。这里只会读取：不运行任何内容，也不发送任何内容。</translation>
    </message>
    <message>
        <source>An API key is in it. It belongs to an account and is not kept with a preset.</source>
        <translation>其中含有 API 密钥。它属于账户，不随预设保存。</translation>
    </message>
    <message>
        <source>A Bearer token is in it. It belongs to an account and is not kept with a preset.</source>
        <translation>其中含有 Bearer token。它属于账户，不随预设保存。</translation>
    </message>
</context>
<context>
    <name>ui/presets/place.py</name>
    <message>
        <source>Preset: {act}</source>
        <translation>预设：{act}</translation>
    </message>
</context>
<context>
    <name>ui/presets/rows.py</name>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>in the form</source>
        <translation>在表单中</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>收藏</translation>
    </message>
    <message>
        <source>Tags: {tags}</source>
        <translation>标签：{tags}</translation>
    </message>
</context>
<context>
    <name>ui/presets/transfers.py</name>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Presets (*.json)</source>
        <translation>预设 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>{preset} replaced.</source>
        <translation>{preset} 已替换。</translation>
    </message>
    <message>
        <source>Export to one file</source>
        <translation>导出为一个文件</translation>
    </message>
    <message>
        <source>Export to a folder</source>
        <translation>导出到文件夹</translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>导出“{name}”</translation>
    </message>
    <message>
        <source>Export {count} presets</source>
        <translation>导出 {count} 个预设</translation>
    </message>
    <message>
        <source>No secret goes along: keys and tokens stay in this computer's keyring, and whoever imports the file enters their own.</source>
        <translation>机密不会随之导出：密钥和 token 留在本机密钥环中，导入者须自行输入。</translation>
    </message>
    <message>
        <source>Into a folder…</source>
        <translation>导出到文件夹…</translation>
    </message>
    <message>
        <source>Into one file…</source>
        <translation>导出为一个文件…</translation>
    </message>
</context>
<context>
    <name>ui/presets/typed.py</name>
    <message>
        <source>{preset}, changed</source>
        <translation>{preset}，已修改</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>已修改</translation>
    </message>
    <message>
        <source>What you type cannot be kept on the disk</source>
        <translation>您输入的内容无法保存到磁盘</translation>
    </message>
    <message>
        <source>It stays here, for each preset, as long as the program is open. Make room on the disk or let the program write there: it tries again by itself.</source>
        <translation>只要程序开着，每个预设中输入的内容都会保留在这里。请腾出磁盘空间，或允许程序写入该处：程序会自动重试。</translation>
    </message>
</context>
<context>
    <name>ui/presets/words.py</name>
    <message>
        <source>The last one is still under way. Try again in a moment.</source>
        <translation>上一项操作仍在进行，请稍后再试。</translation>
    </message>
    <message>
        <source>{preset} cannot be read any more</source>
        <translation>{preset} 已无法读取</translation>
    </message>
    <message>
        <source>The form still holds it. Save preset writes it to a new file.</source>
        <translation>表单中仍有它的内容。“保存预设”会把它写入新文件。</translation>
    </message>
    <message>
        <source>{preset} was opened as far as it can be</source>
        <translation>{preset} 已尽可能打开</translation>
    </message>
    <message>
        <source>Your unsaved changes are back</source>
        <translation>您未保存的更改已恢复</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>Look through the form before you create a session. The file stays as it is until you save.</source>
        <translation>创建会话之前请检查表单。在您保存之前，文件保持原样。</translation>
    </message>
    <message>
        <source>Look through the form before you create a session. Save preset writes it to a new file.</source>
        <translation>创建会话前请检查表单。“保存预设”会把它写入新文件。</translation>
    </message>
    <message>
        <source>The file holds no secret: they are asked for at each launch.</source>
        <translation>文件不含机密：每次启动时询问。</translation>
    </message>
    <message>
        <source>The file holds no secret: they go to this computer's keyring, or are asked for at each launch.</source>
        <translation>文件不含机密：它们存入本机密钥环，或在每次启动时询问。</translation>
    </message>
</context>
<context>
    <name>ui/rail.py</name>
    <message>
        <source>{number} {step}</source>
        <translation>{number} {step}</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {step}</source>
        <translation>第 {number} 步（共 {count} 步）：{step}</translation>
    </message>
    <message>
        <source>{step} · {state}</source>
        <translation>{step} · {state}</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>待填写</translation>
    </message>
    <message>
        <source>Done: {what}</source>
        <translation>完成：{what}</translation>
    </message>
</context>
<context>
    <name>ui/sessions/cards.py</name>
    <message>
        <source>{name} copied. It leaves the clipboard after a minute.</source>
        <translation>{name}已复制，一分钟后从剪贴板清除。</translation>
    </message>
</context>
<context>
    <name>ui/sessions/compact.py</name>
    <message>
        <source>Find it</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Back to the window</source>
        <translation>返回窗口</translation>
    </message>
    <message>
        <source>asked to end at {time}</source>
        <translation>已于 {time} 请求结束</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
</context>
<context>
    <name>ui/sessions/countdown.py</name>
    <message>
        <source>left of {length}</source>
        <translation>剩余，共 {length}</translation>
    </message>
    <message>
        <source>about {count} min</source>
        <translation>约 {count} 分钟</translation>
    </message>
</context>
<context>
    <name>ui/sessions/hand_off.py</name>
    <message>
        <source>Whoever has them can see, hear and speak in the room. Akool gives a session one place for a viewer: who joins with them takes it, and a Stage that is open leaves the room.</source>
        <translation>持有这些凭证的人可以在房间里观看、收听和说话。Akool 为每个会话提供一个观众名额：用这些凭证加入的人会占用它，已打开的舞台页面会退出房间。</translation>
    </message>
    <message>
        <source>This session is in a room of your own. Its token in the form is the avatar's, so it is not handed on: make passes for others where you made that one.</source>
        <translation>此会话在您自己的房间里。表单中的 token 是数字人的，因此不会移交：请在生成它的地方为其他人另外生成通行证。</translation>
    </message>
    <message>
        <source>The credentials of this session's room are not on this computer.</source>
        <translation>此会话房间的凭证不在这台电脑上。</translation>
    </message>
    <message>
        <source>This session is over: what is copied from here leads to a room that nobody is in.</source>
        <translation>此会话已结束：从这里复制的内容只会通向一个空房间。</translation>
    </message>
    <message>
        <source>A page of LiveKit's own, meet.livekit.io, shows the avatar to whoever has the link, on a telephone too. The link holds the room's token: LiveKit's server sees it, and so does everyone who sees the link or the code, for as long as the token is good. The page turns on camera and microphone at once, takes the one place for a viewer, and cannot type to the avatar.</source>
        <translation>LiveKit 自己的页面 meet.livekit.io 会向持有链接的人显示数字人，手机上也可以。链接中含有房间的 token：在 token 有效期内，LiveKit 的服务器以及每个看到链接或二维码的人都能看到它。该页面会立即打开摄像头和麦克风，占用唯一的观众名额，并且不能向数字人输入文字。</translation>
    </message>
    <message>
        <source>One page as PDF for whoever takes over: what runs, where, until when, and what to do when it stops. No key, no token and no link to join is on it.</source>
        <translation>一页 PDF，供接手的人使用：运行着什么、在哪里、到何时，以及中断时怎么办。其中没有密钥、token 或加入链接。</translation>
    </message>
    <message>
        <source>Hand over {who}</source>
        <translation>移交 {who}</translation>
    </message>
    <message>
        <source>What each holds, and for how long.</source>
        <translation>各项包含什么，有效多久。</translation>
    </message>
    <message>
        <source>Credentials of the room</source>
        <translation>房间凭证</translation>
    </message>
    <message>
        <source>The session ends in {left} at the latest.</source>
        <translation>会话最迟在 {left} 后结束。</translation>
    </message>
    <message>
        <source>{holds} {good} {until} {place}</source>
        <translation>{holds}{good}{until}{place}</translation>
    </message>
    <message>
        <source>.env</source>
        <translation>.env</translation>
    </message>
    <message>
        <source>Copy as {what}</source>
        <translation>复制为 {what}</translation>
    </message>
    <message>
        <source>LiveKit Meet</source>
        <translation>LiveKit Meet</translation>
    </message>
    <message>
        <source>Show the code</source>
        <translation>显示二维码</translation>
    </message>
    <message>
        <source>QR code of the link</source>
        <translation>链接的二维码</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Hand-off sheet</source>
        <translation>移交单</translation>
    </message>
    <message>
        <source>Save sheet…</source>
        <translation>保存移交单…</translation>
    </message>
    <message>
        <source>{what} copied. It holds a token, and leaves the clipboard after a minute.</source>
        <translation>已复制 {what}。它含有 token，一分钟后从剪贴板清除。</translation>
    </message>
    <message>
        <source>Save the hand-off sheet</source>
        <translation>保存移交单</translation>
    </message>
    <message>
        <source>Saved as {file}</source>
        <translation>已保存为 {file}</translation>
    </message>
</context>
<context>
    <name>ui/sessions/leaving.py</name>
    <message>
        <source>Stay</source>
        <translation>不退出</translation>
    </message>
    <message>
        <source>Leave running</source>
        <translation>让会话继续运行</translation>
    </message>
    <message>
        <source>End and quit</source>
        <translation>结束并退出</translation>
    </message>
    <message>
        <source>{n} sessions are open</source>
        <translation>有 {n} 个会话未结束</translation>
    </message>
    <message>
        <source>Ending…</source>
        <translation>正在结束…</translation>
    </message>
    <message>
        <source>The program closes by itself as soon as Akool has confirmed every end.</source>
        <translation>Akool 确认全部结束后，程序会自行关闭。</translation>
    </message>
    <message>
        <source>Quit anyway</source>
        <translation>仍然退出</translation>
    </message>
    <message>
        <source>Akool has not confirmed this end. Try again, or look at it with Stay.</source>
        <translation>Akool 尚未确认这个会话已结束。请重试，或选择“不退出”查看。</translation>
    </message>
    <message>
        <source>Akool has not confirmed these ends. Try again, or look at them with Stay.</source>
        <translation>Akool 尚未确认这些会话已结束。请重试，或选择“不退出”查看。</translation>
    </message>
    <message>
        <source>Unknown: may still cost</source>
        <translation>未知：可能仍在计费</translation>
    </message>
    <message>
        <source>Whether Akool started this is not known, so it cannot be ended from here. Stay, and find it.</source>
        <translation>不清楚 Akool 是否启动了它，因此无法从这里结束。请选择“不退出”，再查找它。</translation>
    </message>
    <message>
        <source>Whether Akool started these is not known, so they cannot be ended from here. Stay, and find them.</source>
        <translation>不清楚 Akool 是否启动了它们，因此无法从这里结束。请选择“不退出”，再查找它们。</translation>
    </message>
    <message>
        <source>This is practice: it ends with the program, and nothing is spent.</source>
        <translation>这是练习：它随程序结束，不产生费用。</translation>
    </message>
    <message>
        <source>End and quit: it costs until Akool confirms the end; the unused part of what it holds comes back.</source>
        <translation>结束并退出：在 Akool 确认结束之前仍会计费；预扣中未用的部分会退还。</translation>
    </message>
    <message>
        <source>End and quit: they cost until Akool confirms the end; the unused part of what they hold comes back.</source>
        <translation>结束并退出：在 Akool 确认结束之前仍会计费；预扣中未用的部分会退还。</translation>
    </message>
    <message>
        <source>Stay: it costs as it does now, until you end it or its booked time is over.</source>
        <translation>不退出：像现在一样计费，直到您结束它或预订的时间用完。</translation>
    </message>
    <message>
        <source>Stay: they cost as they do now, until you end them or their booked time is over.</source>
        <translation>不退出：像现在一样计费，直到您结束它们或预订的时间用完。</translation>
    </message>
    <message>
        <source>What is still being created is taken back whenever you quit.</source>
        <translation>仍在创建的会话，无论何时退出都会撤回。</translation>
    </message>
    <message>
        <source>Leave running: it costs {time}; the next start shows it again.</source>
        <translation>让会话继续运行：费用会持续{time}；下次启动时会再次显示。</translation>
    </message>
    <message>
        <source>Leave running: they cost {time}; the next start shows them again.</source>
        <translation>让会话继续运行：费用会持续{time}；下次启动时会再次显示。</translation>
    </message>
    <message>
        <source>Leave running: it costs {time}. The disk takes nothing, so the next start may not show it.</source>
        <translation>让会话继续运行：费用会持续{time}。磁盘无法写入，因此下次启动时可能不会显示它。</translation>
    </message>
    <message>
        <source>Leave running: they cost {time}. The disk takes nothing, so the next start may not show them.</source>
        <translation>让会话继续运行：费用会持续{time}。磁盘无法写入，因此下次启动时可能不会显示它们。</translation>
    </message>
    <message>
        <source>until Akool ends it, which may be long: its booked length is not known</source>
        <translation>到 Akool 结束它为止，可能很久：它的预订时长未知</translation>
    </message>
    <message>
        <source>until Akool ends them, which may be long: not every booked length is known</source>
        <translation>到 Akool 结束它们为止，可能很久：并非每个会话的预订时长都已知</translation>
    </message>
    <message>
        <source>until its booked time is over, {left} from now at most</source>
        <translation>到预订的时间用完为止，从现在起最多 {left}</translation>
    </message>
    <message>
        <source>until their booked time is over, {left} from now at most</source>
        <translation>到预订的时间用完为止，从现在起最多 {left}</translation>
    </message>
</context>
<context>
    <name>ui/sessions/looks.py</name>
    <message>
        <source>Creating</source>
        <translation>正在创建</translation>
    </message>
    <message>
        <source>Waiting in line</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>直播中</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>正在结束</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未启动</translation>
    </message>
    <message>
        <source>Ending soon</source>
        <translation>即将结束</translation>
    </message>
    <message>
        <source>Live, practice</source>
        <translation>直播中，练习</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Open Stage</source>
        <translation>打开舞台</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>结束会话</translation>
    </message>
    <message>
        <source>a session</source>
        <translation>一个会话</translation>
    </message>
    <message>
        <source>{credits} credits measured, account shared by others may change it</source>
        <translation>实测 {credits} 积分，与他人共用的账户可能使其变化</translation>
    </message>
    <message>
        <source>asked to end at {time}, Akool has not confirmed it</source>
        <translation>已于 {time} 请求结束，Akool 尚未确认</translation>
    </message>
    <message>
        <source>{stream}, {room}</source>
        <translation>{stream}，{room}</translation>
    </message>
    <message>
        <source>started elsewhere</source>
        <translation>在别处启动</translation>
    </message>
    <message>
        <source>started by a command</source>
        <translation>由命令启动</translation>
    </message>
    <message>
        <source>my own room</source>
        <translation>我自己的房间</translation>
    </message>
    <message>
        <source>0 spent</source>
        <translation>花费 0</translation>
    </message>
    <message>
        <source>{credits} credits held</source>
        <translation>已预扣 {credits} 积分</translation>
    </message>
    <message>
        <source>First picture after {seconds} s</source>
        <translation>{seconds} 秒后出现首帧画面</translation>
    </message>
    <message>
        <source>ran {ran}</source>
        <translation>已运行 {ran}</translation>
    </message>
    <message>
        <source>ran {ran} of {length}</source>
        <translation>已运行 {ran}，共 {length}</translation>
    </message>
</context>
<context>
    <name>ui/sessions/open_sessions.py</name>
    <message>
        <source>None is open here.</source>
        <translation>这里没有未结束的会话。</translation>
    </message>
    <message>
        <source>1 session from before may be running</source>
        <translation>之前的 1 个会话可能仍在运行</translation>
    </message>
    <message>
        <source>The program was closed or stopped while it was open. Akool is being asked how it stands.</source>
        <translation>程序关闭或停止时，它尚未结束。正在向 Akool 查询其状态。</translation>
    </message>
    <message>
        <source>It may, until it ends or its booked time is over.</source>
        <translation>可能产生费用，直到它结束或预订的时间用完。</translation>
    </message>
    <message>
        <source>End it in the strip below if nobody needs it.</source>
        <translation>如果没有人需要它，请在下面的会话条中结束。</translation>
    </message>
    <message>
        <source>{count} sessions from before may be running</source>
        <translation>之前的 {count} 个会话可能仍在运行</translation>
    </message>
    <message>
        <source>The program was closed or stopped while they were open. Akool is being asked how they stand.</source>
        <translation>程序关闭或停止时，它们尚未结束。正在向 Akool 查询其状态。</translation>
    </message>
    <message>
        <source>They may, until they end or their booked time is over.</source>
        <translation>可能产生费用，直到它们结束或预订的时间用完。</translation>
    </message>
    <message>
        <source>End them in the strip below if nobody needs them.</source>
        <translation>如果没有人需要它们，请在下面的会话条中结束。</translation>
    </message>
</context>
<context>
    <name>ui/sessions/pass_dialog.py</name>
    <message>
        <source>Whoever runs the room makes it, for an identity of its own: a second join as the avatar would throw the avatar off the air. It stays in memory, until the session ends or the program is closed.</source>
        <translation>由房间的管理者生成，使用单独的身份：以数字人的身份再次加入会把数字人挤下线。它只在内存中，直到会话结束或程序关闭。</translation>
    </message>
    <message>
        <source>A viewer's pass for this room</source>
        <translation>此房间的观众通行证</translation>
    </message>
</context>
<context>
    <name>ui/sessions/program_dialog.py</name>
    <message>
        <source>The avatar alone, full frame, for OBS, a projector or a second screen on this computer. It shows what the Stage page receives, so leave that page open. Whoever has the link can watch and hear, and nothing else.</source>
        <translation>只有数字人的全幅画面，供 OBS、投影仪或这台电脑的第二屏幕使用。它显示舞台页面收到的画面，所以请让该页面开着。持有链接的人只能观看和收听。</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>Green for keying</source>
        <translation>抠像绿</translation>
    </message>
    <message>
        <source>Blue for keying</source>
        <translation>抠像蓝</translation>
    </message>
    <message>
        <source>Show the whole picture</source>
        <translation>显示完整画面</translation>
    </message>
    <message>
        <source>Fill the frame</source>
        <translation>填满画面</translation>
    </message>
    <message>
        <source>In OBS, press + under Sources and choose Browser.</source>
        <translation>在 OBS 中，按“来源”下的 +，选择“浏览器”。</translation>
    </message>
    <message>
        <source>Paste the link as URL, and give the width and height of your canvas.</source>
        <translation>把链接粘贴为 URL，并填写画布的宽和高。</translation>
    </message>
    <message>
        <source>Tick “Control audio via OBS”, so that the sound goes into the mix.</source>
        <translation>勾选“通过 OBS 控制音频”，让声音进入混音。</translation>
    </message>
    <message>
        <source>Leave “Shutdown source when not visible” unticked, so that the picture is there when you cut to it.</source>
        <translation>不要勾选“不可见时关闭源”，这样切换过去时画面已在。</translation>
    </message>
    <message>
        <source>Port {port} is taken, by another session or program, so this link is good for this session alone.</source>
        <translation>端口 {port} 已被另一个会话或程序占用，因此此链接只对这个会话有效。</translation>
    </message>
    <message>
        <source>Program view</source>
        <translation>节目画面</translation>
    </message>
    <message>
        <source>Another colour…</source>
        <translation>其他颜色…</translation>
    </message>
    <message>
        <source>Same link for every session, at port</source>
        <translation>所有会话使用同一链接，端口</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>From the next Stage that is opened.</source>
        <translation>从下次打开的舞台起生效。</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适配方式</translation>
    </message>
    <message>
        <source>{number}. {step}</source>
        <translation>{number}. {step}</translation>
    </message>
</context>
<context>
    <name>ui/sessions/program_view.py</name>
    <message>
        <source>Link copied. It lets whoever has it watch, and leaves the clipboard after a minute.</source>
        <translation>链接已复制。持有它的人可以观看；一分钟后从剪贴板清除。</translation>
    </message>
</context>
<context>
    <name>ui/sessions/questions.py</name>
    <message>
        <source>Akool lists no running session, and none is open here.</source>
        <translation>Akool 没有列出运行中的会话，这里也没有未结束的会话。</translation>
    </message>
    <message>
        <source>Akool lists no running session.</source>
        <translation>Akool 没有列出运行中的会话。</translation>
    </message>
    <message>
        <source>None that is open here can be ended by its ID.</source>
        <translation>这里未结束的会话都没有可用于结束的 ID。</translation>
    </message>
    <message>
        <source>A create whose answer never came is not ended from here, and may be running: Find it, in its row, asks Akool which session it is.</source>
        <translation>没有得到回应的创建无法在这里结束，它可能正在运行：用该行的“查找”向 Akool 询问是哪一个会话。</translation>
    </message>
    <message>
        <source>What other programs have started is not known, and not ended from here.</source>
        <translation>无法得知其他程序启动了哪些会话，也不会从这里结束它们。</translation>
    </message>
    <message>
        <source>End all sessions on {account}?</source>
        <translation>结束账户“{account}”上的所有会话？</translation>
    </message>
    <message>
        <source>Looking for what other programs have started…</source>
        <translation>正在查找其他程序启动的会话…</translation>
    </message>
    <message>
        <source>1 is running. This is practice: nothing is spent.</source>
        <translation>有 1 个在运行。这是练习，不产生费用。</translation>
    </message>
    <message>
        <source>{count} are running. This is practice: nothing is spent.</source>
        <translation>有 {count} 个在运行。这是练习，不产生费用。</translation>
    </message>
    <message>
        <source>1 may be running. Akool gives back the unused part of what it holds.</source>
        <translation>可能有 1 个在运行。预扣中未用的部分由 Akool 退还。</translation>
    </message>
    <message>
        <source>{count} may be running. Akool gives back the unused part of what they hold.</source>
        <translation>可能有 {count} 个在运行。预扣中未用的部分由 Akool 退还。</translation>
    </message>
    <message>
        <source>End 1 session</source>
        <translation>结束 1 个会话</translation>
    </message>
    <message>
        <source>End {n} sessions</source>
        <translation>结束 {n} 个会话</translation>
    </message>
    <message>
        <source>Was {who} started?</source>
        <translation>{who} 是否已启动？</translation>
    </message>
    <message>
        <source>No usable answer to Create session came. It is not repeated by itself: that could pay for two.</source>
        <translation>“创建会话”没有收到可用的答复。程序不会自动重复：那样可能付两份费用。</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍后决定</translation>
    </message>
    <message>
        <source>None was started</source>
        <translation>没有启动</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>再找一次</translation>
    </message>
    <message>
        <source>Looking through Akool's list of running sessions…</source>
        <translation>正在查看 Akool 的运行中会话列表…</translation>
    </message>
    <message>
        <source>None appeared: Akool lists no running session that is not known here.</source>
        <translation>没有出现：Akool 没有列出这里不知道的运行中会话。</translation>
    </message>
    <message>
        <source>The account's key or address has been changed since then, and Akool lists only what the present key pays for.</source>
        <translation>此后账户的密钥或地址已更改，而 Akool 只列出由当前密钥付费的会话。</translation>
    </message>
    <message>
        <source>It is this one</source>
        <translation>就是这个</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>结束它</translation>
    </message>
    <message>
        <source>running, not known here</source>
        <translation>运行中，本程序没有记录</translation>
    </message>
</context>
<context>
    <name>ui/sessions/row.py</name>
    <message>
        <source>Its state could not be read</source>
        <translation>无法读取其状态</translation>
    </message>
    <message>
        <source>{who}: {state}</source>
        <translation>{who}：{state}</translation>
    </message>
</context>
<context>
    <name>ui/sessions/sheet.py</name>
    <message>
        <source>In Akool Desktop, on the computer that started it: press Open Stage at the session.</source>
        <translation>在启动会话的电脑上打开 Akool Desktop：在该会话处按“打开舞台”。</translation>
    </message>
    <message>
        <source>In a front end of your own: Hand over… at the session copies what it needs, which never goes on paper.</source>
        <translation>在您自己的前端中：会话处的“移交…”会复制所需信息，这些信息绝不写在纸上。</translation>
    </message>
    <message>
        <source>There is one place for a viewer: who joins last has it.</source>
        <translation>观众只有一个位置：最后加入者占用它。</translation>
    </message>
    <message>
        <source>The room is on a server of your own: join it with a pass made there. The avatar's token is none for you.</source>
        <translation>房间在您自己的服务器上：请用那里制作的通行证加入。数字人的 token 不是给您的通行证。</translation>
    </message>
    <message>
        <source>No picture on the Stage: open it again from the session in Akool Desktop. It takes over.</source>
        <translation>舞台上没有画面：请在 Akool Desktop 的该会话处重新打开舞台，新页面会接管。</translation>
    </message>
    <message>
        <source>“Not confirmed: may still cost”: press Try again at the session until it says “Ended, confirmed”.</source>
        <translation>“未确认：可能仍在计费”：请在该会话旁按“重试”，直到显示“已结束，已确认”。</translation>
    </message>
    <message>
        <source>The session ended too early: create it again from its row in History, “Run again”.</source>
        <translation>会话过早结束：请在“历史记录”中该行按“再次运行”，重新创建。</translation>
    </message>
    <message>
        <source>At the end: press End session. Closing the Stage page or the browser ends nothing, and credits stay held.</source>
        <translation>最后：请按“结束会话”。关闭舞台页面或浏览器不会结束任何会话，积分仍被预扣。</translation>
    </message>
    <message>
        <source>Hand-off: {who}</source>
        <translation>移交：{who}</translation>
    </message>
    <message>
        <source>The session</source>
        <translation>会话情况</translation>
    </message>
    <message>
        <source>What was asked for, secrets left out</source>
        <translation>请求的内容，不含机密</translation>
    </message>
    <message>
        <source>How to join</source>
        <translation>如何加入</translation>
    </message>
    <message>
        <source>When something stops</source>
        <translation>出现中断时</translation>
    </message>
    <message>
        <source>Written {time}. No key, no token and no link to join is on this page.</source>
        <translation>写于 {time}。此页没有密钥、token 或加入链接。</translation>
    </message>
    <message>
        <source>Ends at the latest</source>
        <translation>最迟结束于</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Practice: nothing is spent.</source>
        <translation>练习：不产生费用。</translation>
    </message>
</context>
<context>
    <name>ui/sessions/stage_panel.py</name>
    <message>
        <source>Opening in the browser. If no page appears there, copy the link.</source>
        <translation>正在浏览器中打开。如果没有出现页面，请复制链接。</translation>
    </message>
    <message>
        <source>No browser could be opened. Copy the link and open it in a browser on this computer, within a minute.</source>
        <translation>没有可打开的浏览器。请在一分钟内复制链接，并在这台电脑的浏览器中打开。</translation>
    </message>
    <message>
        <source>The page was closed. The session is still running and may cost money.</source>
        <translation>页面已关闭。会话仍在运行，可能产生费用。</translation>
    </message>
    <message>
        <source>Fast dialogue is voice only: it takes no typed text. Speak on the page.</source>
        <translation>快速对话仅支持语音：不接受输入的文字。请在页面上说话。</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>You, not sent</source>
        <translation>您（未发送）</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>较差</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>已断开</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>舞台</translation>
    </message>
    <message>
        <source>Good once, and for a minute</source>
        <translation>仅可使用一次，一分钟内有效</translation>
    </message>
    <message>
        <source>Type, then press Enter</source>
        <translation>输入后按 Enter 发送</translation>
    </message>
    <message>
        <source>Interrupt</source>
        <translation>打断</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>The page leaves the room. The session runs on.</source>
        <translation>页面离开房间。会话继续运行。</translation>
    </message>
    <message>
        <source>Program view…</source>
        <translation>节目画面…</translation>
    </message>
    <message>
        <source>The avatar alone, for OBS, a projector or a second screen</source>
        <translation>只有数字人，供 OBS、投影仪或第二屏幕使用</translation>
    </message>
    <message>
        <source>Give a viewer's pass…</source>
        <translation>提供观众通行证…</translation>
    </message>
    <message>
        <source>Say</source>
        <translation>说</translation>
    </message>
    <message>
        <source>Connection {quality}</source>
        <translation>连接{quality}</translation>
    </message>
    <message>
        <source>{speaker}: {text}</source>
        <translation>{speaker}：{text}</translation>
    </message>
</context>
<context>
    <name>ui/sessions/stages.py</name>
    <message>
        <source>An own room has no Stage here: the token in the form is the avatar's, and a second join with it would throw the avatar off the air. A pass that was made for a viewer opens one.</source>
        <translation>在您自己的房间里，这里无法打开舞台：表单中的 token 是数字人的，用它再次加入会把数字人挤下线。用为观众生成的通行证可以打开舞台。</translation>
    </message>
    <message>
        <source>The credentials of this session's room are not on this computer, so its Stage cannot be opened here. Another program started it, or no keyring kept them.</source>
        <translation>此会话房间的凭证不在这台电脑上，因此无法在这里打开它的舞台。它由另一个程序启动，或者没有密钥环保管凭证。</translation>
    </message>
    <message>
        <source>Link copied. It is good once, and for a minute.</source>
        <translation>链接已复制。仅可使用一次，一分钟内有效。</translation>
    </message>
</context>
<context>
    <name>ui/sessions/staying_on.py</name>
    <message>
        <source>A session is open that may cost.</source>
        <translation>有会话未结束，可能仍在计费。</translation>
    </message>
</context>
<context>
    <name>ui/sessions/strip.py</name>
    <message>
        <source>No session is open. Nothing is being spent.</source>
        <translation>没有未结束的会话，没有产生费用。</translation>
    </message>
    <message>
        <source>No session was started here. Akool's list could not be read: what others started is not seen.</source>
        <translation>这里没有启动会话。无法读取 Akool 的列表：看不到他人启动的会话。</translation>
    </message>
    <message>
        <source>None is open here, but Akool's list names {n} that run on this account ({when}) and cost. End all sessions shows them.</source>
        <translation>这里没有未结束的会话，但 Akool 的列表（{when}）显示此账户上有 {n} 个会话正在运行并产生费用。“结束所有会话”会列出它们。</translation>
    </message>
    <message>
        <source>None is open here, but Akool's list names 1 that runs on this account ({when}) and costs. End all sessions shows it.</source>
        <translation>这里没有未结束的会话，但 Akool 的列表（{when}）显示此账户上有 1 个会话正在运行并产生费用。“结束所有会话”会列出它。</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>会话</translation>
    </message>
    <message>
        <source>End all sessions</source>
        <translation>结束所有会话</translation>
    </message>
    <message>
        <source>Compact strip</source>
        <translation>精简条</translation>
    </message>
    <message>
        <source>{act}: {who}</source>
        <translation>{act}：{who}</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} 个未结束</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>暂无</translation>
    </message>
    <message>
        <source>{open}: {state}</source>
        <translation>{open}：{state}</translation>
    </message>
    <message>
        <source>{who}, created at {time}</source>
        <translation>{who}，{time} 创建</translation>
    </message>
</context>
<context>
    <name>ui/sessions/strip_keys.py</name>
    <message>
        <source>To the next session</source>
        <translation>到下一个会话</translation>
    </message>
    <message>
        <source>To the session before</source>
        <translation>到上一个会话</translation>
    </message>
    <message>
        <source>To the next button of the session</source>
        <translation>到该会话的下一个按钮</translation>
    </message>
    <message>
        <source>To the button before</source>
        <translation>到上一个按钮</translation>
    </message>
</context>
<context>
    <name>ui/sessions/warnings.py</name>
    <message>
        <source>{who} on {account} ends then.</source>
        <translation>届时账户“{account}”上的 {who} 会结束。</translation>
    </message>
    <message>
        <source>{left}: {what}</source>
        <translation>{left}：{what}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>剩余 {time}</translation>
    </message>
    <message>
        <source>1 minute left</source>
        <translation>剩余 1 分钟</translation>
    </message>
    <message>
        <source>{n} minutes left</source>
        <translation>剩余 {n} 分钟</translation>
    </message>
</context>
<context>
    <name>ui/sharing.py</name>
    <message>
        <source>Hidden for screen sharing</source>
        <translation>屏幕共享时已隐藏</translation>
    </message>
    <message>
        <source>Secrets, links and account names are hidden. Copying still copies the real thing. Press to show them.</source>
        <translation>机密、链接和账户名称已隐藏。复制时仍复制真实内容。按此可重新显示。</translation>
    </message>
</context>
<context>
    <name>ui/side/check_results.py</name>
    <message>
        <source>Check results</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>{time}, nothing spent</source>
        <translation>{time}，没有产生费用</translation>
    </message>
    <message>
        <source>{count} of {count} fine</source>
        <translation>{count} 项检查全部通过</translation>
    </message>
    <message>
        <source>Ask ElevenLabs</source>
        <translation>询问 ElevenLabs</translation>
    </message>
</context>
<context>
    <name>ui/side/checks.py</name>
    <message>
        <source>before your last change</source>
        <translation>上次修改之前</translation>
    </message>
    <message>
        <source>before a token expired</source>
        <translation>token 过期之前</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Asks all that can be asked for free. Nothing is spent.</source>
        <translation>查询一切可以免费查询的内容。不产生费用。</translation>
    </message>
</context>
<context>
    <name>ui/side/column.py</name>
    <message>
        <source>Waiting for Akool's answer: a session that starts after all is ended at once.</source>
        <translation>正在等待 Akool 答复：如果会话仍然启动，会立即结束它。</translation>
    </message>
    <message>
        <source>Read what happened</source>
        <translation>查看发生了什么</translation>
    </message>
    <message>
        <source>Practice credits only. They come back by themselves.</source>
        <translation>仅使用练习积分，会自动恢复。</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
</context>
<context>
    <name>ui/side/copy_as.py</name>
    <message>
        <source>curl for bash</source>
        <translation>curl（bash）</translation>
    </message>
    <message>
        <source>curl for cmd</source>
        <translation>curl（cmd）</translation>
    </message>
    <message>
        <source>PowerShell</source>
        <translation>PowerShell</translation>
    </message>
    <message>
        <source>This request without key and secrets: good as long as what it names is</source>
        <translation>此请求不含密钥和机密：只要其中所指的内容有效，即可使用</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Request copied as {what}, without your key</source>
        <translation>请求已复制为 {what}，不含您的密钥</translation>
    </message>
</context>
<context>
    <name>ui/side/create_button.py</name>
    <message>
        <source>on {account}</source>
        <translation>账户：{account}</translation>
    </message>
    <message>
        <source>{on}, nothing is spent</source>
        <translation>{on}，不产生费用</translation>
    </message>
    <message>
        <source>Create session on {account}</source>
        <translation>在账户“{account}”上创建会话</translation>
    </message>
    <message>
        <source>Nothing is spent.</source>
        <translation>不产生费用。</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>正在创建…</translation>
    </message>
    <message>
        <source>1 problem to fix</source>
        <translation>1 个问题待解决</translation>
    </message>
    <message>
        <source>{count} problems to fix</source>
        <translation>{count} 个问题待解决</translation>
    </message>
    <message>
        <source>Create session</source>
        <translation>创建会话</translation>
    </message>
</context>
<context>
    <name>ui/side/error_cards.py</name>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>{title}. {happened}</source>
        <translation>{title}。{happened}</translation>
    </message>
    <message>
        <source>A file could not be opened</source>
        <translation>有文件无法打开</translation>
    </message>
    <message>
        <source>A damaged file is kept, and what was in it is missing here. If its folder cannot be written, allow that, or start with --data-dir and another folder.</source>
        <translation>损坏的文件会保留，其中的内容在这里缺失。如果它所在的文件夹无法写入，请允许写入，或用 --data-dir 指定另一个文件夹启动。</translation>
    </message>
</context>
<context>
    <name>ui/side/folds.py</name>
    <message>
        <source>Not sent: 1 setting</source>
        <translation>不发送：1 项设置</translation>
    </message>
    <message>
        <source>Not sent: {count} settings</source>
        <translation>不发送：{count} 项设置</translation>
    </message>
    <message>
        <source>Request preview</source>
        <translation>请求预览</translation>
    </message>
    <message>
        <source>JSON, secrets hidden</source>
        <translation>JSON，机密已隐藏</translation>
    </message>
    <message>
        <source>Copy the request</source>
        <translation>复制请求</translation>
    </message>
    <message>
        <source>Request copied</source>
        <translation>请求已复制</translation>
    </message>
</context>
<context>
    <name>ui/side/problems.py</name>
    <message>
        <source>Problems</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>提醒</translation>
    </message>
</context>
<context>
    <name>ui/side/summary.py</name>
    <message>
        <source>Summary</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>即将执行</translation>
    </message>
</context>
<context>
    <name>ui/speaking.py</name>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>简体中文</source>
        <translation>简体中文</translation>
    </message>
</context>
<context>
    <name>ui/support.py</name>
    <message>
        <source>The program crashed the last time it ran</source>
        <translation>程序上次运行时崩溃了</translation>
    </message>
    <message>
        <source>A fault below the program itself ended it at once. What was running then was written down.</source>
        <translation>程序底层的故障使它立即终止。当时正在运行的内容已记录下来。</translation>
    </message>
    <message>
        <source>It may: sessions that were open are in the strip at the bottom, or in History.</source>
        <translation>可能产生费用：当时未结束的会话显示在底部的会话条或历史记录中。</translation>
    </message>
    <message>
        <source>If it happens again, make a support bundle (menu left of the credits) and send it to whoever helps you.</source>
        <translation>如果再次发生，请制作支持包（积分左侧的菜单），并发给帮助您的人。</translation>
    </message>
</context>
<context>
    <name>ui/support_dialog.py</name>
    <message>
        <source>Support bundle</source>
        <translation>支持包</translation>
    </message>
    <message>
        <source>Make the bundle</source>
        <translation>制作支持包</translation>
    </message>
    <message>
        <source>A zip of plain text files for whoever helps you. It is only made: you read it and send it yourself.</source>
        <translation>一个由纯文本文件组成的 zip，供帮助您的人使用。程序只负责制作：由您自己查看并发送。</translation>
    </message>
    <message>
        <source>In it: the program's log and its last crash, versions, settings, and of sessions their times, states, credits and ids.</source>
        <translation>其中包含：程序的日志和最近一次崩溃、版本、设置，以及会话的时间、状态、积分和 ID。</translation>
    </message>
    <message>
        <source>Not in it: keys, tokens and other secrets, sessions' credentials, links, presets, what avatars were told, names of accounts.</source>
        <translation>其中不含：密钥、token 和其他机密，会话凭证、链接、预设、数字人收到的文字、账户名称。</translation>
    </message>
    <message>
        <source>Making the bundle…</source>
        <translation>正在制作支持包…</translation>
    </message>
    <message>
        <source>Made: {file}</source>
        <translation>已制作：{file}</translation>
    </message>
</context>
<context>
    <name>ui/topbar.py</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Undo {edit}</source>
        <translation>撤销“{edit}”</translation>
    </message>
    <message>
        <source>Redo {edit}</source>
        <translation>重做“{edit}”</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>网络…</translation>
    </message>
    <message>
        <source>Hide secrets, links and names (Ctrl+Shift+H)</source>
        <translation>隐藏机密、链接和名称（Ctrl+Shift+H）</translation>
    </message>
    <message>
        <source>Support bundle…</source>
        <translation>支持包…</translation>
    </message>
    <message>
        <source>{account} at {host}</source>
        <translation>{account}（{host}）</translation>
    </message>
    <message>
        <source>Account: {account}</source>
        <translation>账户：{account}</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>添加账户…</translation>
    </message>
    <message>
        <source>Change {account}…</source>
        <translation>修改“{account}”…</translation>
    </message>
</context>
<context>
    <name>ui/window.py</name>
    <message>
        <source>End all sessions…</source>
        <translation>结束所有会话…</translation>
    </message>
    <message>
        <source>Go to the sessions</source>
        <translation>转到会话</translation>
    </message>
    <message>
        <source>Find a preset</source>
        <translation>查找预设</translation>
    </message>
    <message>
        <source>Save preset as…</source>
        <translation>预设另存为…</translation>
    </message>
    <message>
        <source>Account…</source>
        <translation>账户…</translation>
    </message>
    <message>
        <source>Screen sharing: hide secrets, links, names</source>
        <translation>屏幕共享：隐藏机密、链接和名称</translation>
    </message>
    <message>
        <source>To the next part of the window</source>
        <translation>到窗口的下一部分</translation>
    </message>
    <message>
        <source>To the part before</source>
        <translation>到上一部分</translation>
    </message>
    <message>
        <source>The form is as it was sent. Enter its secrets anew, then create.</source>
        <translation>表单已恢复为当时发送的内容。请重新输入其中的机密，然后创建。</translation>
    </message>
    <message>
        <source>The form is as it was sent. Create session starts it.</source>
        <translation>表单已恢复为当时发送的内容。按“创建会话”即可开始。</translation>
    </message>
    <message>
        <source>{name} copied</source>
        <translation>{name}已复制</translation>
    </message>
</context>
<context>
    <name>words.py</name>
    <message>
        <source>{some}, {one}</source>
        <translation>{some}、{one}</translation>
    </message>
</context>
<context>
    <name>resources</name>
    <message>
        <source>Minimal</source>
        <translation>最简</translation>
    </message>
    <message>
        <source>The least that a session needs: an avatar, and ten minutes.</source>
        <translation>会话所需的最少设置：一个数字人和十分钟。</translation>
    </message>
    <message>
        <source>Retelling with Agora</source>
        <translation>Agora 复述</translation>
    </message>
    <message>
        <source>The avatar says exactly what it is sent.</source>
        <translation>数字人逐字说出收到的文字。</translation>
    </message>
    <message>
        <source>Dialogue with a knowledge base</source>
        <translation>带知识库的对话</translation>
    </message>
    <message>
        <source>The avatar answers people from your documents. Choose the knowledge base in step 3.</source>
        <translation>数字人依据您的文档回答人们的提问。请在第 3 步选择知识库。</translation>
    </message>
    <message>
        <source>Quicker answers, voice input only, with a voice of its own.</source>
        <translation>应答更快，仅支持语音输入，使用专用音色。</translation>
    </message>
    <message>
        <source>Own room on LiveKit</source>
        <translation>LiveKit 自有房间</translation>
    </message>
    <message>
        <source>Enter your LiveKit server in step 6; the token for the avatar is asked for each time.</source>
        <translation>请在第 6 步填写您的 LiveKit 服务器；每次都会询问数字人的 token。</translation>
    </message>
    <message>
        <source>Own room on TRTC</source>
        <translation>TRTC 自有房间</translation>
    </message>
    <message>
        <source>Enter your TRTC application, room and user in step 6; the UserSig for the avatar is asked for each time.</source>
        <translation>请在第 6 步填写您的 TRTC 应用、房间和用户；每次都会询问数字人的 UserSig。</translation>
    </message>
    <message>
        <source>Own ElevenLabs voice</source>
        <translation>ElevenLabs 自有音色</translation>
    </message>
    <message>
        <source>Speaks with a voice of your ElevenLabs account. Enter its voice ID and your API key in step 2.</source>
        <translation>用您 ElevenLabs 账户中的音色说话。请在第 2 步填写音色 ID 和您的 API 密钥。</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>节目</translation>
    </message>
    <message>
        <source>This link is no longer good. Copy the program link in Akool Desktop again.</source>
        <translation>此链接已失效。请在 Akool Desktop 中重新复制节目链接。</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>正在加入</translation>
    </message>
    <message>
        <source>Join again</source>
        <translation>重新加入</translation>
    </message>
    <message>
        <source>Turn sound on</source>
        <translation>打开声音</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Fast dialogue is voice only: the avatar listens to the microphone and takes no typed text.</source>
        <translation>快速对话仅支持语音：数字人听麦克风，不接受输入的文字。</translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation>按住说话</translation>
    </message>
    <message>
        <source>Open microphone</source>
        <translation>打开麦克风</translation>
    </message>
    <message>
        <source>Microphone off</source>
        <translation>麦克风已关</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>对话记录</translation>
    </message>
    <message>
        <source>What is said appears here.</source>
        <translation>说的话会显示在这里。</translation>
    </message>
    <message>
        <source>Live settings</source>
        <translation>实时设置</translation>
    </message>
    <message>
        <source>Dialogue: answers people</source>
        <translation>对话：回答人们的提问</translation>
    </message>
    <message>
        <source>Retelling: says exactly what it is sent</source>
        <translation>复述：逐字说出收到的文字</translation>
    </message>
    <message>
        <source>What is empty is not sent.</source>
        <translation>留空的不发送。</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Leaving doesn't end the session: that is done in Akool Desktop.</source>
        <translation>离开不会结束会话：请在 Akool Desktop 中结束。</translation>
    </message>
    <message>
        <source>Talk</source>
        <translation>说话</translation>
    </message>
    <message>
        <source>Close microphone</source>
        <translation>关闭麦克风</translation>
    </message>
    <message>
        <source>Sent. The avatar changes in a moment.</source>
        <translation>已发送。数字人稍后就会变化。</translation>
    </message>
    <message>
        <source>then press Join again.</source>
        <translation>然后按“重新加入”。</translation>
    </message>
    <message>
        <source>This page was opened before, or more than a minute ago. Press Open Stage in Akool Desktop again.</source>
        <translation>此页面已打开过，或已超过一分钟。请在 Akool Desktop 中再按“打开舞台”。</translation>
    </message>
    <message>
        <source>Akool Desktop does not answer. Is it still running? Press Open Stage there again.</source>
        <translation>Akool Desktop 没有应答。它还在运行吗？请在那里再按“打开舞台”。</translation>
    </message>
    <message>
        <source>{vendor}'s part of this page could not be loaded. Press Open Stage in Akool Desktop again.</source>
        <translation>无法加载此页面中 {vendor} 的部分。请在 Akool Desktop 中再按“打开舞台”。</translation>
    </message>
    <message>
        <source>{vendor} refused the pass to this room. It may have run out: end the session and create a new one.</source>
        <translation>{vendor} 拒绝了此房间的通行证。它可能已过期：请结束会话并重新创建。</translation>
    </message>
    <message>
        <source>{vendor} was not reached. Check this computer's network and firewall, {AGAIN}</source>
        <translation>无法连接 {vendor}。请检查这台电脑的网络和防火墙，{AGAIN}</translation>
    </message>
    <message>
        <source>{vendor} did not answer within 15 seconds. Check the network and firewall, {AGAIN}</source>
        <translation>{vendor} 在 15 秒内没有应答。请检查网络和防火墙，{AGAIN}</translation>
    </message>
    <message>
        <source>{vendor} did not let this page into the room. Wait a moment, {AGAIN}</source>
        <translation>{vendor} 没有让此页面进入房间。请稍等片刻，{AGAIN}</translation>
    </message>
    <message>
        <source>The session's pass for {vendor} is incomplete. End the session and create a new one.</source>
        <translation>会话的 {vendor} 通行证不完整。请结束会话并重新创建。</translation>
    </message>
    <message>
        <source>This session was opened in another place, and only one can be in the room. Close that, {AGAIN}</source>
        <translation>此会话已在别处打开，而房间里只能有一个。请关闭那一个，{AGAIN}</translation>
    </message>
    <message>
        <source>The room was closed: the session has probably ended. Akool Desktop shows whether it has.</source>
        <translation>房间已关闭：会话可能已结束。是否如此，请看 Akool Desktop。</translation>
    </message>
    <message>
        <source>The connection broke and did not come back. Check the network, {AGAIN}</source>
        <translation>连接中断且没有恢复。请检查网络，{AGAIN}</translation>
    </message>
    <message>
        <source>The microphone is gone. Plug it in or choose another in the browser, then press again.</source>
        <translation>麦克风不见了。请重新插上，或在浏览器中另选一个，然后再按。</translation>
    </message>
    <message>
        <source>The browser refused the microphone. Allow it beside the address of this page, then press again.</source>
        <translation>浏览器拒绝了麦克风。请在此页面的地址栏旁允许，然后再按。</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, then press again.</source>
        <translation>没有找到麦克风。请接上麦克风，然后再按。</translation>
    </message>
    <message>
        <source>Another program holds the microphone. Close that, then press again.</source>
        <translation>另一个程序占用着麦克风。请关闭它，然后再按。</translation>
    </message>
    <message>
        <source>The microphone could not be used. Press again.</source>
        <translation>无法使用麦克风。请再按一次。</translation>
    </message>
    <message>
        <source>Joining the room over {vendor}…</source>
        <translation>正在通过 {vendor} 加入房间…</translation>
    </message>
    <message>
        <source>In the room. The avatar has not come yet.</source>
        <translation>已在房间里。数字人还没有来。</translation>
    </message>
    <message>
        <source>The connection broke. Reconnecting…</source>
        <translation>连接中断。正在重新连接…</translation>
    </message>
    <message>
        <source>You have left the room. The session is still running and may cost money: end it in Akool Desktop.</source>
        <translation>您已离开房间。会话仍在运行，可能产生费用：请在 Akool Desktop 中结束它。</translation>
    </message>
    <message>
        <source>The session has ended. You can close this page.</source>
        <translation>会话已结束。可以关闭此页面。</translation>
    </message>
    <message>
        <source>The Stage was opened again, in another page. You can close this one.</source>
        <translation>舞台已在另一个页面重新打开。可以关闭此页面。</translation>
    </message>
    <message>
        <source>The avatar's picture has stopped. It may come back by itself.</source>
        <translation>数字人的画面已中断，可能会自行恢复。</translation>
    </message>
    <message>
        <source>The avatar has left the room. The session may be about to end.</source>
        <translation>数字人已离开房间。会话可能即将结束。</translation>
    </message>
    <message>
        <source>That is too long to be changed in a running session.</source>
        <translation>内容太长，无法在运行中的会话里更改。</translation>
    </message>
    <message>
        <source>That could not be sent. Try again.</source>
        <translation>未能发送。请再试。</translation>
    </message>
    <message>
        <source>Akool refused {cmd} (code {code}).</source>
        <translation>Akool 拒绝了 {cmd}（代码 {code}）。</translation>
    </message>
    <message>
        <source>Akool Desktop was closed. This page goes on, but cannot be opened again; the session may still cost money.</source>
        <translation>Akool Desktop 已关闭。此页面会继续运行，但无法再次打开；会话可能仍在计费。</translation>
    </message>
    <message>
        <source>Practice: nothing leaves this page.</source>
        <translation>练习：任何内容都不会离开此页面。</translation>
    </message>
    <message>
        <source>Picture and sound go through {vendor}, whose SDK also sends {vendor} figures about the connection.</source>
        <translation>画面和声音经由 {vendor}，其 SDK 还会把连接数据发送给 {vendor}。</translation>
    </message>
    <message>
        <source>The provider</source>
        <translation>服务商</translation>
    </message>
    <message>
        <source>In the room</source>
        <translation>在房间里</translation>
    </message>
    <message>
        <source>Reconnecting</source>
        <translation>正在重新连接</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>已离开</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Not joined</source>
        <translation>未加入</translation>
    </message>
    <message>
        <source>{title}: Stage</source>
        <translation>{title}：舞台</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter starts a new line, Esc interrupts.</source>
        <translation>Enter 发送，Shift+Enter 换行，Esc 打断。</translation>
    </message>
    <message>
        <source>Connection {word}</source>
        <translation>连接{word}</translation>
    </message>
    <message>
        <source>Microphone on</source>
        <translation>麦克风已开</translation>
    </message>
    <message>
        <source>Live, speaking</source>
        <translation>直播中，正在说话</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Practice avatar</source>
        <translation>练习数字人</translation>
    </message>
    <message>
        <source>Background: {url} (not fetched in practice)</source>
        <translation>背景：{url}（练习中不会读取）</translation>
    </message>
    <message>
        <source>You said “{text}” In a real session the avatar answers here, from its knowledge base if it has one.</source>
        <translation>您说了“{text}”——在真实会话中，数字人会在此作答；如有知识库，则依据知识库作答。</translation>
    </message>
    <message>
        <source>I heard “{text}” Practice gives the same few answers to everybody.</source>
        <translation>我听到了“{text}”。练习对所有人都只有这几句回答。</translation>
    </message>
    <message>
        <source>“{text}” is as good as anything for a rehearsal. Interrupt me whenever you like, that works here too.</source>
        <translation>用“{text}”来彩排再好不过。您可以随时打断我，在这里同样有效。</translation>
    </message>
    <message>
        <source>{seconds} s of speech</source>
        <translation>说话 {seconds} 秒</translation>
    </message>
    <message>
        <source>I heard you speak for {seconds} seconds. Practice does not listen to the words.</source>
        <translation>我听到您说了 {seconds} 秒。练习不会识别说话内容。</translation>
    </message>
</context>
</TS>
