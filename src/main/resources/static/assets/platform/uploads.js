// Says at once, in words, that a file is too large: the server would refuse it after all of it was sent, and the largest break off unanswered.
document.querySelectorAll('input[type=file][data-megabytes]').forEach((field) => {
  field.addEventListener('change', () => {
    const most = Number(field.dataset.megabytes);
    const tooLarge = [...field.files].some((file) => file.size > most * 1000000);
    field.setCustomValidity(tooLarge ? `ファイルが大きすぎます。${most}MBまでのファイルを選んでください。` : '');
    field.reportValidity();
  });
});
