// The part after # (which task was asked for) never reaches the server by itself; the form brings it along.
document.getElementById('fragment').value = location.hash.startsWith('#/') ? location.hash : '';
