#!/usr/bin/env python3
"""Draws Documentation/Images/benches.png: four benches of the lab, from site/nabla-lab.html.

Run `make site` first; needs what Tests/requirements.txt names and Chromium (the variable CHROMIUM names another).
"""

import base64
import os
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "site/nabla-lab.html"
TARGET = ROOT / "Documentation/Images/benches.png"
SCENES = [
    "v1;field;F=sin(1.7 y) - 0.3 x, sin(1.3 x) - 0.3 y;probe=1,0.5;show=streamlines,magnitude",
    "v1;curl;F=y, 0;wheel=0.8,0.9,0.7",
    "v1;descent;race=flow,gd,momentum,nesterov,adam,lbfgs;rate=0.02",
    "v1;information;p=50,50,50;q=1,8,1;names=setosa,versicolor,virginica",
]
WIDTH, HEIGHT = 900, 860


def main():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox", "--disable-gpu"])
        pictures = []
        for scene in SCENES:
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            page.goto(f"{PAGE.as_uri()}?lang=en&theme=light#{quote(scene, safe=';=,()*+/')}")
            page.wait_for_selector(".picture[data-frames]")
            page.wait_for_timeout(2500)
            pictures.append(base64.b64encode(page.screenshot()).decode())
            page.close()
        images = "".join(f'<img src="data:image/png;base64,{picture}">' for picture in pictures)
        style = (
            "body{margin:0;background:#fff;display:grid;grid-template-columns:510px 510px;gap:18px;padding:6px}"
            "img{width:510px;border:1px solid #d8dce3;border-radius:10px}")
        sheet = browser.new_page(viewport={"width": 1050, "height": 1004}, device_scale_factor=1)
        sheet.set_content(f"<style>{style}</style>{images}")
        sheet.wait_for_timeout(300)
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        sheet.screenshot(path=str(TARGET))
        browser.close()


if __name__ == "__main__":
    main()
