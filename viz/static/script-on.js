// Marks the page as one where scripts run, before anything is drawn; style sheets fold the menu only then.
document.documentElement.classList.add("scripted");
