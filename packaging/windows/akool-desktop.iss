; Inno Setup's recipe for the Windows installer. packaging/installers.py runs it with /DVersion=...
; It installs for the user who runs it, without an administrator, or for everyone if one is asked.

#ifndef Version
  #error "Run packaging/installers.py, which names the version."
#endif

[Setup]
AppId={{6E0B6B7C-2B0A-4B3C-9D6F-5A1E0C9F7D21}
AppName=Akool Desktop
AppVersion={#Version}
AppPublisher=Akool Desktop
DefaultDirName={autopf}\Akool Desktop
DefaultGroupName=Akool Desktop
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
MinVersion=10.0
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
SourceDir=..\..
OutputDir=dist
OutputBaseFilename=akool-desktop-{#Version}-setup
SetupIconFile=build\icons\akool-desktop.ico
UninstallDisplayIcon={app}\Akool Desktop.exe
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes

[Tasks]
Name: "desktopicon"; Description: "A shortcut on the desktop"; Flags: unchecked

[InstallDelete]
; what an older version left behind would be loaded beside the new
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "dist\akool-desktop\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Akool Desktop"; Filename: "{app}\Akool Desktop.exe"; AppUserModelID: "com.akool.Desktop"
Name: "{autodesktop}\Akool Desktop"; Filename: "{app}\Akool Desktop.exe"; Tasks: desktopicon

[Run]
Filename: "{app}\Akool Desktop.exe"; Description: "Open Akool Desktop"; Flags: nowait postinstall skipifsilent
