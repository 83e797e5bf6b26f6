"""Take the picture of the report that stands in the README, from corpus/ and claims.yml: ``make picture``.

Arguments are options of ``medcopy report``. Needs Chromium and ChromeDriver (Debian: chromium, chromium-driver), and
Selenium.
"""

from __future__ import annotations

import base64
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from selenium import webdriver

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "images" / "report.png"
TODAY = "2026-12-01"
WIDTH, HEIGHT = 1240, 900
FLAGS = ("headless=new", "no-sandbox", "disable-gpu", "no-first-run", "hide-scrollbars")


def main() -> int:
    """Write the report of the corpus, open it and save what stands on the first screen."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.html"
        command = [sys.executable, "-m", "lint", "report", "corpus", "--today", TODAY, "--output", str(report)]
        command += sys.argv[1:]
        subprocess.run(command, check=True, cwd=ROOT)
        options = webdriver.ChromeOptions()
        for flag in (*FLAGS, f"user-data-dir={folder}/profile"):
            options.add_argument(f"--{flag}")
        browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
        try:
            size = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
            browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
            browser.get(report.as_uri())
            PICTURE.parent.mkdir(parents=True, exist_ok=True)
            PICTURE.write_bytes(base64.b64decode(browser.get_screenshot_as_base64()))
        finally:
            browser.quit()
    sys.stderr.write(f"wrote {PICTURE.relative_to(ROOT).as_posix()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
